import { resultsFor } from '../domain/inForce.ts';
import type { Facts, Policy } from '../domain/policy.ts';
import { judge, type FactSources } from './judge.ts';

/** Judges one person by several policies at once and leaves out the results in whose place the locality's own stand. */
export function judgeStanding(policies: readonly Policy[], facts: Facts, asOf: string, sources: FactSources = {}) {
  const standing = Map.groupBy(resultsFor(policies), ({ policy }) => policy);
  return policies.flatMap((policy) => {
    const names = standing.get(policy)?.map(({ name }) => name) ?? [];
    const judged = judge(policy, facts, asOf, sources);
    return names.length > 0 ? [{ ...judged, results: judged.results.filter(({ name }) => names.includes(name)) }] : [];
  });
}
