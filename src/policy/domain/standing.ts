import type { Outcome } from './kernel/outcome.ts';
import type { Policy } from './model.ts';
import { askAll, kept, type Crowd } from './sandboxCrowd.ts';
import { moneyOfPerson, moneyOfSignature, noMoney, paysByVerdicts, plus, times } from './sandboxMoney.ts';
import type { Span } from './amounts.ts';
import { Signatures } from './signatures.ts';

/** Where everybody of a crowd stands under a policy on a day: outcomes, and each one's signature, counted by institution. */
export type Standing = { policy: Policy; asOf: string; outcomes: Outcome[]; signatures: Signatures; rowOf: Int32Array; counts: ReadonlyMap<number, number>[] };

/** Judges everybody; what is found stays valid while other values are tried. */
export function standingOf(policy: Policy, crowd: Crowd, asOf: string): Standing {
  const outcomes = kept(askAll(policy, crowd, asOf));
  const signatures = new Signatures();
  const rowOf = signatures.rowsOf(outcomes, crowd.size);
  const counts = crowd.institutions.map(() => new Map<number, number>());
  for (let index = 0; index < crowd.size; index += 1) add(counts, crowd.institutionOf[index] as number, rowOf[index] as number, 1);
  return { policy, asOf, outcomes, signatures, rowOf, counts };
}

const add = (counts: Map<number, number>[], institution: number, row: number, by: number): void => {
  const of = counts[institution] as Map<number, number>;
  of.set(row, (of.get(row) ?? 0) + by);
};

/** How many stand where once some people have moved to another signature; the others are not counted again. */
export function countsAfter(standing: Standing, crowd: Crowd, tried: readonly Outcome[], moved: Iterable<number>): ReadonlyMap<number, number>[] {
  const counts = standing.counts.map((each) => new Map(each));
  for (const index of moved) {
    const institution = crowd.institutionOf[index] as number;
    add(counts, institution, standing.rowOf[index] as number, -1);
    add(counts, institution, standing.signatures.rowAt(tried, index), 1);
  }
  return counts;
}

/** What a policy costs on a day, institution by institution, when so many people stand in each signature. */
export function costsOf(policy: Policy, crowd: Crowd, { asOf, signatures }: Pick<Standing, 'asOf' | 'signatures'>, counts: readonly ReadonlyMap<number, number>[]): Span[] {
  if (!paysByVerdicts(policy)) return costsByPerson(policy, crowd, asOf);
  const money = moneyOfSignature(policy, asOf, signatures);
  return counts.map((each) => [...each].reduce((sum, [row, count]) => plus(sum, times(money(row), count)), noMoney));
}

function costsByPerson(policy: Policy, crowd: Crowd, asOf: string): Span[] {
  const money = moneyOfPerson(policy, crowd, asOf);
  const costs = crowd.institutions.map(() => noMoney);
  for (let index = 0; index < crowd.size; index += 1) {
    const at = crowd.institutionOf[index] as number;
    costs[at] = plus(costs[at] as Span, money(index));
  }
  return costs;
}
