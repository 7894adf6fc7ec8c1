import type { z } from 'zod';
import { dayNumber } from './calendar.ts';
import { forceWords, packWords, purposeWords, subjectWords } from './keywords.ts';
import * as words from './keywords.ts';
import type { Loading } from './loading.ts';
import type { Dictionary, Loaded, Policy, Problem, Purpose } from './model.ts';
import { nearest } from './nearest.ts';
import { readClauses } from './readClauses.ts';
import { readParameters } from './readParameters.ts';
import { readCompositions, readResults } from './readResults.ts';
import { readTests } from './readTests.ts';
import { factsUsed, unsettledIn } from './reach.ts';
import { PolicyFile } from './schema.ts';
import type { PolicyText } from './schema.ts';
import { openYaml } from './yamlText.ts';
import type { OpenedYaml } from './yamlText.ts';

type Issue = z.core.$ZodIssue;
const everyKey = Object.entries(words).filter(([name]) => /Words|Keys/.test(name)).flatMap(([, table]) => Object.values(table as Record<string, unknown>)).map(String);

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null || value === undefined ? undefined : (value as Record<PropertyKey, unknown>)[key]), plain);
}

function problemsOf(yaml: OpenedYaml, issue: Issue): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => yaml.problemAtKey(path, key, 'policyKeyUnknown', { found: key, near: nearest(key, everyKey) }));
  }
  if (issue.code === 'invalid_key') return [yaml.problemAtKey(path.slice(0, -1), String(path.at(-1)), 'policyNameForm', { found: String(path.at(-1)) })];
  const value = valueAt(yaml.plain, path);
  const key = String(path.at(-1) ?? '');
  if (value === undefined) return [yaml.problemAt(path.slice(0, -1), 'policyKeyMissing', { key })];
  const reason = issue.message.startsWith('policy') ? issue.message : 'policyShape';
  return [yaml.problemAt(path, reason, { key, found: typeof value === 'object' ? '…' : String(value) })];
}

/** A key that is missing beside one that is not known was most likely mistyped: only the latter is told. */
function telling(issues: readonly Issue[], plain: unknown): Issue[] {
  const mistyped = new Set(issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path, code }) => code === 'unrecognized_keys' || valueAt(plain, path) !== undefined || !mistyped.has(JSON.stringify(path.slice(0, -1))));
}

function checkForce(loading: Loading): void {
  const { from, to } = loading.text.force;
  for (const [key, day] of [[forceWords.from, from], [forceWords.to, to]] as const) {
    if (day && !dayNumber(day)) loading.problems.push(loading.yaml.problemAt([packWords.force, key], 'policyNoSuchDay', { found: day }));
  }
  if (to && to < from) loading.problems.push(loading.yaml.problemAt([packWords.force, forceWords.to], 'policyDatesOrder'));
}

function checkClauseNames(loading: Loading): void {
  const { clauses = {}, parameters = {} } = loading.text;
  for (const name of Object.keys(clauses)) {
    if (!parameters[name] && !loading.scope.dictionary.facts[name]) continue;
    loading.problems.push(loading.yaml.problemAtKey([packWords.clauses], name, 'policyNameTaken', { found: name }));
  }
}

function build(loading: Loading, source: string): Policy {
  const { text, scope } = loading;
  checkForce(loading);
  checkClauseNames(loading);
  scope.parameters = readParameters(loading);
  const { clauses, rules } = readClauses(loading);
  const results = readResults(loading);
  const policy: Policy = {
    code: text.code, title: text.title, subject: text.subject === subjectWords.procedure ? 'procedure' : 'person', purpose: purposeOf(text), insteadOf: text.insteadOf ?? [], version: text.version, from: text.force.from, ...(text.force.to ? { to: text.force.to } : {}), ...(text.replaces ? { replaces: text.replaces } : {}),
    ...(text.note ? { note: text.note } : {}), source, dictionary: scope.dictionary, documents: text.documents, parameters: scope.parameters, clauses, rules, results,
    composition: readCompositions(loading, results), tests: readTests(loading), facts: [],
  };
  if (loading.problems.length) return policy;
  for (const [name, result] of Object.entries(results)) result.unsettled = unsettledIn(policy, name);
  policy.facts = factsUsed(policy);
  return policy;
}

const purposeOf = ({ purpose }: PolicyText): Purpose => (Object.entries(purposeWords).find(([, word]) => word === purpose)?.[0] ?? 'benefit') as Purpose;

/** Reads and checks a policy file against the fact dictionary; every problem is told with line and column. */
export function loadPolicy(source: string, dictionary: Dictionary): Loaded<Policy> {
  const yaml = openYaml(source);
  if (yaml.problems.length) return { ok: false, problems: yaml.problems };
  const read = PolicyFile.safeParse(yaml.plain);
  if (!read.success) return { ok: false, problems: inOrder(telling(read.error.issues, yaml.plain).flatMap((issue) => problemsOf(yaml, issue))) };
  const text: PolicyText = read.data;
  const scope = { dictionary, parameters: {}, clauses: new Set(Object.keys(text.clauses ?? {})) };
  const loading: Loading = { text, yaml, problems: [], scope };
  const policy = build(loading, source);
  return loading.problems.length ? { ok: false, problems: inOrder(loading.problems) } : { ok: true, value: policy };
}

const inOrder = (problems: Problem[]): Problem[] => [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
