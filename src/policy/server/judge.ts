import { decide, explain, type Explanation, type Facts, type Line, type Policy, type ResultDecision } from '../domain/policy.ts';
import type { ExplainedResult } from '../domain/contract.ts';
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
    lines: leavesOf(why.lines).map((line) => lineShown(line, sources)), ways: why.ways.map(({ steps }) => ({ steps })),
    ...(why.becomes ? { becomes: why.becomes } : {}),
  };
}

const documentName = (policy: Policy, key: string) => policy.documents[key]?.name ?? key;

/** People read the clauses that decide, not the tree: a clause without inner clauses stands for itself. */
const leavesOf = (lines: Line[]): Line[] => lines.flatMap((line) => (line.lines.length ? leavesOf(line.lines) : [line]));

function lineShown(line: Line, sources: FactSources): ExplainedResult['lines'][number] {
  return {
    mark: line.mark, clause: line.clause, document: line.document, article: line.article, missing: line.missing, unverified: line.unverified, rule: line.text,
    facts: line.facts.map(({ name, value }) => {
      const source = sources[name];
      return { name, ...(value === undefined ? {} : { value: showFact(value) }), ...(source ? { source } : {}) };
    }),
  };
}
