import { decide, type Decision, type Facts, type Policy, type Verdict } from '#policy/domain/policy.ts';
import type { Purpose } from '#policy/domain/model.ts';
import { resultsFor, type ResultOf } from '#policy/domain/inForce.ts';
import { decideAll, planFor, tableOf } from '#policy/domain/kernel/population.ts';
import { verdictAt } from '#policy/domain/kernel/outcome.ts';

/** A result of one version of a policy. */
export type Named = { policy: string; version: string; result: string };
/** What a person may have for the asking (`sure`), for which facts evidence is wanted, and what cannot be answered for want of facts. */
export type Standing = { sure: Named[]; evidence: (Named & { facts: string[] })[]; questions: (Named & { missing: string[] })[] };
/** A person as the rules see them: every fact, and those that stand on their authority's word. */
export type Known = { all: Facts; sure: Facts };

/** From so many people on they are judged in columns; below, one by one is quicker. */
const worthColumns = 32;

/** Titles first: of two questions that settle as much, the one about a title is asked first. */
const purposes: Purpose[] = ['title', 'category', 'benefit'];

/** The results that are offered: all that is due or can be reached; what a person owes is none. */
export const offeredResults = (policies: readonly Policy[]): ResultOf[] => resultsFor(policies, purposes).toSorted((one, other) => purposes.indexOf(one.policy.purpose) - purposes.indexOf(other.policy.purpose));

/** Where people stand under the policies in force on a day. 是 from authoritative facts may be taken at once; 否 and 未知 refuse nobody. */
export function standingsOf(policies: readonly Policy[], people: readonly Known[], asOf: string, { columns = people.length >= worthColumns } = {}): Standing[] {
  const standings = people.map((): Standing => ({ sure: [], evidence: [], questions: [] }));
  for (const [policy, results] of Map.groupBy(offeredResults(policies), (each) => each.policy)) {
    const names = results.map(({ name }) => name);
    const all = readerOf(policy, names, people.map((person) => person.all), asOf, columns);
    const sure = readerOf(policy, names, people.map((person) => person.sure), asOf, columns);
    standings.forEach((standing, index) => { for (const result of names) place(standing, { policy: policy.code, version: policy.version, result }, all(index), sure(index)); });
  }
  return standings;
}

/** The verdicts of one person; what is missing is worked out only where somebody asks. */
type Reader = { verdict(result: string): Verdict; missing(result: string): string[] };

function readerOf(policy: Policy, names: string[], people: readonly Facts[], asOf: string, columns: boolean): (index: number) => Reader {
  const plan = columns ? planFor(policy, asOf, names) : undefined;
  const outcomes = new Map(plan ? decideAll(plan, tableOf(people, policy, asOf, plan)).map((outcome) => [outcome.name, outcome]) : []);
  return (index) => {
    let decided: Decision | undefined;
    const one = (result: string) => { decided ??= decide(policy, people[index] ?? {}, asOf); return decided.results[result]; };
    return {
      verdict: (result) => { const outcome = outcomes.get(result); return outcome ? verdictAt(outcome, index) : one(result)?.verdict ?? 'unknown'; },
      missing: (result) => one(result)?.missing ?? [],
    };
  };
}

function place(standing: Standing, named: Named, all: Reader, sure: Reader): void {
  const verdict = all.verdict(named.result);
  if (verdict === 'no') return;
  const missing = verdict === 'unknown' ? all.missing(named.result) : [];
  if (missing.length > 0) standing.questions.push({ ...named, missing });
  if (verdict === 'unknown') return;
  if (sure.verdict(named.result) === 'yes') standing.sure.push(named);
  else standing.evidence.push({ ...named, facts: sure.missing(named.result) });
}
