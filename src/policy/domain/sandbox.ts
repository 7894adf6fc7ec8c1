import type { Span } from './amounts.ts';
import type { Outcome } from './kernel/outcome.ts';
import type { Policy, Verdict } from './model.ts';
import { allUnder, nodesOf } from './reach.ts';
import { askAll, type Crowd } from './sandboxCrowd.ts';
import { moneyOfPerson, moneyOfSignature, noMoney, paysByVerdicts, plus } from './sandboxMoney.ts';
import { peopleIn, wordsOf } from './signatures.ts';
import { costsByInstitution, costsByPerson, movesTo, type Standing } from './standing.ts';
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

/** Puts the tried values to everybody and says who moves, by result and by institution, and what it costs. */
export function slide(trial: Trial, crowd: Crowd): Slide {
  const outcomes = askAll(trial.tried, crowd, trial.published.asOf);
  const names = resultNames(trial);
  const before = outcomesNamed(names, trial.published.outcomes, trial.published.policy);
  const after = outcomesNamed(names, outcomes, trial.tried);
  const anybody = noMoves(crowd.table.padded >> 5);
  const results = names.map((name, at): ResultMoves => ({ name, change: before[at] && after[at] ? 'same' : after[at] ? 'added' : 'removed', ...movesBetween(before[at], after[at], anybody, crowd.size) }));
  const institutions = movesByInstitution(anybody, crowd);
  const earlier = costsBefore(trial.published, crowd);
  const later = costsAfter(trial, crowd, outcomes);
  const people = headsIn(trial.published, crowd);
  return {
    results, movedPeople: countOf(anybody.gains.map((word, at) => word | (anybody.loses[at] as number) | (anybody.becomesUnknown[at] as number) | (anybody.other[at] as number))),
    institutions: crowd.institutions.map((each, at) => ({ ...each, ...(institutions[at] as Moves), people: people[at] ?? 0, before: earlier[at] ?? noMoney, after: later[at] ?? noMoney })),
    before: earlier.reduce(plus, noMoney), after: later.reduce(plus, noMoney),
  };
}

/** A bit a person for each way to move; `other` is from unknown to no. */
type MoveBits = Record<Move | 'other', Int32Array>;
const noMoves = (words: number): MoveBits => ({ gains: new Int32Array(words), loses: new Int32Array(words), becomesUnknown: new Int32Array(words), other: new Int32Array(words) });

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const countOf = (bits: Int32Array): number => bits.reduce((sum, word) => sum + ones(word), 0);

/** How many move in one result; whoever does is also marked in `anybody`. */
function movesBetween(before: Outcome | undefined, after: Outcome | undefined, anybody: MoveBits, size: number): Moves & { before: number; after: number } {
  const found = { before: 0, after: 0, gains: 0, loses: 0, becomesUnknown: 0 };
  const [wasYes, wasOpen, isYes, isOpen] = [before?.yes, before?.unknown, after?.yes, after?.unknown].map((bits) => (bits ? wordsOf(bits) : new Int32Array(anybody.gains.length))) as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let word = 0; word < anybody.gains.length; word += 1) {
    const people = peopleIn(word, size);
    const [yes, open, nowYes, nowOpen] = [(wasYes[word] as number) & people, (wasOpen[word] as number) & people, (isYes[word] as number) & people, (isOpen[word] as number) & people];
    found.before += ones(yes);
    found.after += ones(nowYes);
    if (yes === nowYes && open === nowOpen) continue;
    found.gains += mark(anybody.gains, word, nowYes & ~yes);
    found.becomesUnknown += mark(anybody.becomesUnknown, word, nowOpen & ~open);
    found.loses += mark(anybody.loses, word, yes & ~(nowYes | nowOpen));
    mark(anybody.other, word, open & ~(nowYes | nowOpen));
  }
  return found;
}

function mark(into: Int32Array, word: number, bits: number): number {
  (into[word] as number) |= bits;
  return ones(bits);
}

/** People of each institution who move in any result; each counts once in each direction. */
function movesByInstitution(anybody: MoveBits, crowd: Crowd): Moves[] {
  const counted = (bits: Int32Array): Int32Array => {
    const counts = new Int32Array(crowd.institutions.length);
    for (let word = 0; word < bits.length; word += 1) {
      for (let rest = bits[word] as number; rest; rest &= rest - 1) (counts[crowd.institutionOf[word * 32 + 31 - Math.clz32(rest & -rest)] as number] as number) += 1;
    }
    return counts;
  };
  const [gains, loses, becomesUnknown] = [counted(anybody.gains), counted(anybody.loses), counted(anybody.becomesUnknown)];
  return crowd.institutions.map((_, at) => ({ gains: gains[at] ?? 0, loses: loses[at] ?? 0, becomesUnknown: becomesUnknown[at] ?? 0 }));
}

const costed = new WeakMap<Standing, Span[]>();

/** What the published policy costs; worked out once, since it stands still while values are tried. */
function costsBefore(standing: Standing, crowd: Crowd): Span[] {
  const { policy, asOf, signatures } = standing;
  const known = costed.get(standing) ?? (paysByVerdicts(policy) ? costsByInstitution(standing, crowd, moneyOfSignature(policy, asOf, signatures)) : costsByPerson(crowd, moneyOfPerson(policy, crowd, asOf)));
  costed.set(standing, known);
  return known;
}

/** What the tried values cost: those who stand as in the draft are not counted again. */
function costsAfter({ draft, tried }: Trial, crowd: Crowd, outcomes: readonly Outcome[]): Span[] {
  if (!paysByVerdicts(tried)) return costsByPerson(crowd, moneyOfPerson(tried, crowd, draft.asOf));
  return costsByInstitution(draft, crowd, moneyOfSignature(tried, draft.asOf, draft.signatures), movesTo(draft, crowd, outcomes));
}

const headsIn = ({ rows, counts }: Standing, crowd: Crowd): number[] =>
  crowd.institutions.map((_, at) => counts.subarray(at * rows.length, (at + 1) * rows.length).reduce((sum, count) => sum + count, 0));
