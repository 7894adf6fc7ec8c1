import { decide, type Facts, type Policy, type ResultDecision } from '#policy/domain/policy.ts';
import type { Purpose } from '#policy/domain/model.ts';
import { resultsFor, type ResultOf } from '#policy/domain/inForce.ts';

/** A result of one version of a policy. */
export type Named = { policy: string; version: string; result: string };
/** What a person may have for the asking (`sure`), for which facts evidence is wanted, and what cannot be answered for want of facts. */
export type Standing = { sure: Named[]; evidence: (Named & { facts: string[] })[]; questions: (Named & { missing: string[] })[] };
/** A person as the rules see them: every fact, and those that stand on their authority's word. */
export type Known = { all: Facts; sure: Facts };

/** Titles first: of two questions that settle as much, the one about a title is asked first. */
const purposes: Purpose[] = ['title', 'category', 'benefit'];

/** The results that are offered: all that is due or can be reached; what a person owes is none. */
export const offeredResults = (policies: readonly Policy[]): ResultOf[] => resultsFor(policies, purposes).toSorted((one, other) => purposes.indexOf(one.policy.purpose) - purposes.indexOf(other.policy.purpose));

/**
 * Where people stand under the policies in force on a day. 是 from authoritative facts may be taken at once; 否 and 未知 refuse nobody.
 * One by one, not in columns: nearly everybody has an open answer whose missing facts only the interpreter names, and columns cost more than they save.
 */
export function standingsOf(policies: readonly Policy[], people: readonly Known[], asOf: string): Standing[] {
  const byPolicy = [...Map.groupBy(offeredResults(policies), ({ policy }) => policy)];
  return people.map(({ all, sure }) => {
    const standing: Standing = { sure: [], evidence: [], questions: [] };
    for (const [policy, results] of byPolicy) {
      const told = decide(policy, all, asOf).results;
      const proven = decide(policy, sure, asOf).results;
      for (const { name } of results) place(standing, { policy: policy.code, version: policy.version, result: name }, told[name], proven[name]);
    }
    return standing;
  });
}

function place(standing: Standing, named: Named, told: ResultDecision | undefined, proven: ResultDecision | undefined): void {
  if (!told || !proven || told.verdict === 'no') return;
  if (told.verdict === 'unknown') {
    if (told.missing.length > 0) standing.questions.push({ ...named, missing: told.missing });
  } else if (proven.verdict === 'yes') standing.sure.push(named);
  else standing.evidence.push({ ...named, facts: proven.missing });
}
