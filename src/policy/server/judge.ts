import { decide, explain, type Explanation, type Facts, type Line, type Policy, type ResultDecision } from '../domain/policy.ts';
import type { ExplainedResult } from '../domain/openContract.ts';
import { showFact } from './showFact.ts';

/** Where a fact comes from, for the source line. */
export type FactSources = Record<string, { kind: 'authority' | 'institution' | 'self'; text: string } | undefined>;

/** Judges one person by one policy and explains every result. Reference back end: the same answer as the formal check. */
export function judge(policy: Policy, facts: Facts, asOf: string, sources: FactSources = {}) {
  const decision = decide(policy, facts, asOf);
  const results = Object.entries(decision.results).map(([name, result]) => explained(policy, name, result, explain(policy, name, facts, asOf), sources));
  return { purpose: policy.purpose, policy: policy.code, version: policy.version, asOf, results };
}

function explained(policy: Policy, name: string, result: ResultDecision, why: Explanation, sources: FactSources): ExplainedResult {
  const basis = policy.results[name];
  const shown = result.amount && !result.unverified ? result.amount : undefined; // an unverified amount is never shown as a number
  return {
    name, verdict: result.verdict, unverified: result.unverified, document: documentName(policy, basis?.document ?? ''), article: basis?.article ?? '',
    sureFen: shown?.sure ?? null, possibleFen: shown?.possible ?? null,
    ...(result.service ? { service: result.service } : {}), ...(result.qualification ? { qualification: result.qualification } : {}),
    lines: leavesOf(why.lines).map((leaf) => lineShown(leaf, sources)), ways: why.ways.map(({ steps }) => ({ steps })),
    ...(why.becomes ? { becomes: why.becomes } : {}),
  };
}

const documentName = (policy: Policy, key: string) => policy.documents[key]?.name ?? key;

/** A condition with the clause that holds it: of several ways in one clause some may fail while the clause holds. */
type Leaf = { line: Line; holder: Line };

/** People read the clauses that decide, not the tree: a clause without inner clauses stands for itself. */
const leavesOf = (lines: Line[], within?: Line): Leaf[] => lines.flatMap((line) => {
  const holder = within?.clause === line.clause ? within : line;
  return line.lines.length ? leavesOf(line.lines, holder) : [{ line, holder }];
});

function lineShown({ line, holder }: Leaf, sources: FactSources): ExplainedResult['lines'][number] {
  return {
    clauseMark: holder.mark, rule: ruleOf(holder),
    mark: line.mark, clause: line.clause, document: line.document, article: line.article, missing: line.missing, unverified: line.unverified,
    facts: line.facts.map(({ name, value }) => {
      const source = sources[name];
      return { name, ...(value === undefined ? {} : { value: showFact(value) }), ...(source ? { source } : {}) };
    }),
  };
}

/** The clause's rule with the values of its parameters in their place; a value without an official text is not told as one. */
function ruleOf({ text, parameters }: Line): string {
  const values = new Map(parameters.flatMap(({ name, value, unverified }) => (value === undefined || unverified ? [] : [[name, value] as const])));
  return text.replace(/[\p{L}\p{N}_·]+/gu, (word) => values.get(word) ?? word);
}
