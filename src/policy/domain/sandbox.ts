import type { Span } from './amounts.ts';
import { countBits, verdictAt, type Outcome } from './kernel/outcome.ts';
import type { Policy, Verdict } from './model.ts';
import { allUnder, nodesOf } from './reach.ts';
import { askAll, type Crowd } from './sandboxCrowd.ts';
import { noMoney, plus } from './sandboxMoney.ts';
import { differing } from './signatures.ts';
import { costsOf, countsAfter, type Standing } from './standing.ts';
import { walk } from './walk.ts';

/** What is tried: the published policy, the draft as it is written (often the same), and the draft with other values. All stand over one crowd on one day. */
export type Trial = { published: Standing; draft: Standing; tried: Policy };

export type Move = 'gains' | 'loses' | 'becomesUnknown';
type Moves = Record<Move, number>;
/** One result before and after; `change` says whether only one of the two knows it. */
export type ResultMoves = Moves & { name: string; change: 'same' | 'added' | 'removed'; before: number; after: number };
export type InstitutionMoves = Moves & { organisationId: string; name: string; people: number; before: Span; after: Span };
/** What the tried values would change, in numbers. */
export type Slide = { results: ResultMoves[]; institutions: InstitutionMoves[]; before: Span; after: Span; movedPeople: number };

/** Which way somebody moves between two verdicts; from unknown to no is no loss. */
export function moveBetween(before: Verdict, after: Verdict): Move | undefined {
  if (before === after) return undefined;
  if (after === 'unknown') return 'becomesUnknown';
  return after === 'yes' ? 'gains' : before === 'yes' ? 'loses' : undefined;
}

/** The results that rest on one of these parameters. */
export function resultsOn(policy: Policy, parameters: readonly string[]): Set<string> {
  const rests = (name: string) => allUnder(policy, nodesOf(policy, name)).flatMap((node) => [...walk(node)]).some((node) => node.op === 'parameter' && parameters.includes(node.name));
  return new Set(Object.keys(policy.results).filter(rests));
}

/** Results of either policy, those of the tried one first. */
export const resultNames = ({ published, tried }: Trial): string[] => [...new Set([...Object.keys(tried.results), ...Object.keys(published.policy.results)])];

/** A result's outcome in each row of outcomes; undefined where the policy does not know it. */
export const outcomesNamed = (names: readonly string[], outcomes: readonly Outcome[], policy: Policy): (Outcome | undefined)[] =>
  names.map((name) => (Object.hasOwn(policy.results, name) ? outcomes.find((each) => each.name === name) : undefined));

const verdictIn = (outcome: Outcome | undefined, index: number): Verdict => (outcome ? verdictAt(outcome, index) : 'no');

/** Puts the tried values to everybody and says who moves, by result and by institution, and what it costs. */
export function slide(trial: Trial, crowd: Crowd): Slide {
  const outcomes = askAll(trial.tried, crowd, trial.published.asOf);
  const names = resultNames(trial);
  const before = outcomesNamed(names, trial.published.outcomes, trial.published.policy);
  const after = outcomesNamed(names, outcomes, trial.tried);
  const results = names.map((name, at) => emptyResult(name, before[at], after[at], crowd.size));
  const institutions = crowd.institutions.map((each) => ({ ...each, ...still(), people: 0, before: noMoney, after: noMoney }));
  let movedPeople = 0;
  for (const index of differing(before, after, crowd.size)) {
    movedPeople += 1;
    countMoves(index, before, after, results, institutions[crowd.institutionOf[index] as number] as InstitutionMoves);
  }
  return { results, movedPeople, ...withCosts(trial, crowd, outcomes, institutions) };
}

const still = (): Moves => ({ gains: 0, loses: 0, becomesUnknown: 0 });
const yesIn = (outcome: Outcome | undefined, size: number): number => (outcome ? countBits(outcome.yes, size) : 0);

const emptyResult = (name: string, before: Outcome | undefined, after: Outcome | undefined, size: number): ResultMoves =>
  ({ name, change: before && after ? 'same' : after ? 'added' : 'removed', before: yesIn(before, size), after: yesIn(after, size), ...still() });

/** Adds one person's moves; an institution counts a person once in each direction. */
function countMoves(index: number, before: readonly (Outcome | undefined)[], after: readonly (Outcome | undefined)[], results: ResultMoves[], institution: InstitutionMoves): void {
  const seen = still();
  for (const [at, result] of results.entries()) {
    const move = moveBetween(verdictIn(before[at], index), verdictIn(after[at], index));
    if (!move) continue;
    result[move] += 1;
    seen[move] = 1;
  }
  institution.gains += seen.gains;
  institution.loses += seen.loses;
  institution.becomesUnknown += seen.becomesUnknown;
}

function withCosts({ published, draft, tried }: Trial, crowd: Crowd, outcomes: readonly Outcome[], institutions: InstitutionMoves[]): Pick<Slide, 'institutions' | 'before' | 'after'> {
  const earlier = costsOf(published.policy, crowd, published, published.counts);
  const later = costsOf(tried, crowd, draft, countsAfter(draft, crowd, outcomes, differing(draft.outcomes, outcomes, crowd.size)));
  const costed = institutions.map((each, at) => ({ ...each, people: headsIn(published.counts[at]), before: earlier[at] ?? noMoney, after: later[at] ?? noMoney }));
  return { institutions: costed, before: earlier.reduce(plus, noMoney), after: later.reduce(plus, noMoney) };
}

const headsIn = (counts: ReadonlyMap<number, number> | undefined): number => [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
