import { assignAboveFloor } from '#matching/domain/panelFloor.ts';
import { assignPanels, type PanelAssignment } from '#matching/domain/panel.ts';
import { BARRED, type PanelProblem } from '#matching/domain/panelProblem.ts';
import type { Answer } from '#platform/domain/answer.ts';
import type { RoundRules } from './roundRules.ts';

/** A file that needs reviewers. */
export type FileToReview = { subject: string; fields: readonly string[] };

/** Somebody who may review; `load` counts the panels of this year before this round; who is `late` takes more only when nobody else may. */
export type Reviewer = { expertId: string; organisationId: string; fields: readonly string[]; external: boolean; load: number; late?: boolean };

/** Who may review what in a round. `barred` holds `subject/expertId`. */
export type RoundToAssign = {
  files: readonly FileToReview[]; reviewers: readonly Reviewer[]; barred: ReadonlySet<string>; rules: RoundRules; least: number; most: number;
};

/** A seat of a file. */
export type Seat = { subject: string; expertId: string };

export const pairKey = (subject: string, expertId: string): string => `${subject}/${expertId}`;

const sameField = 900;
const otherField = 300;
const perPanelOfYear = 10;
const countedPanels = 20;
const lateFit = 1;

/** How well a reviewer suits a file, 0 to 1000: the field first, then who has judged less this year. */
export function fitOf(file: FileToReview, reviewer: Reviewer): number {
  if (reviewer.late) return lateFit;
  const field = file.fields.some((each) => reviewer.fields.includes(each)) ? sameField : otherField;
  return field - perPanelOfYear * Math.min(reviewer.load, countedPanels);
}

/** The most files one reviewer is given where the rules name no figure: an even share with a quarter of room. */
export const evenMost = (files: number, reviewersPerFile: number, reviewers: number): number =>
  Math.max(1, Math.ceil((files * reviewersPerFile * 1.25) / Math.max(1, reviewers)));

/** A round as a panel problem: rows are files, columns reviewers. */
export function problemOf({ files, reviewers, barred, rules, least, most }: RoundToAssign): PanelProblem {
  const fit = new Uint16Array(files.length * reviewers.length);
  files.forEach((file, row) => reviewers.forEach((reviewer, column) => {
    fit[row * reviewers.length + column] = barred.has(pairKey(file.subject, reviewer.expertId)) ? BARRED : fitOf(file, reviewer);
  }));
  return {
    cases: files.length, reviewers: reviewers.length, fit, demand: new Int32Array(files.length).fill(rules.reviewers),
    leastLoad: new Int32Array(reviewers.length).fill(least), mostLoad: new Int32Array(reviewers.length).fill(most), limits: limitsOf(reviewers, rules),
  };
}

function limitsOf(reviewers: readonly Reviewer[], rules: RoundRules) {
  const groups = Map.groupBy(reviewers.keys(), (index) => `${reviewers[index]!.organisationId}/${reviewers[index]!.external}`);
  const outside = reviewers.flatMap(({ external }, index) => (external ? [index] : []));
  return [
    ...[...groups.values()].map((members) => ({ members, atLeast: 0, atMost: rules.perInstitution })),
    ...(rules.external > 0 ? [{ members: outside, atLeast: rules.external, atMost: rules.reviewers }] : []),
  ];
}

/** The panels of a round: the highest floor under every single fit first, then the greatest sum. */
export const assignRound = (round: RoundToAssign): Answer<PanelAssignment & { floor: number }> => assignAboveFloor(problemOf(round));

/** Seats of an assignment, by file and reviewer. */
export const seatsOf = ({ files, reviewers }: RoundToAssign, pairs: Int32Array): Seat[] =>
  [...pairs].map((pair) => ({ subject: files[Math.floor(pair / reviewers.length)]!.subject, expertId: reviewers[pair % reviewers.length]!.expertId }));

/** Panels as they stand: `locked` seats have been worked on and never move. */
export type Standing = { seats: readonly (Seat & { locked: boolean })[] };

/** What a re-assignment changes; `unfilled` files keep a vacant seat because nobody may take it. */
export type Reassignment = { given: Seat[]; taken: Seat[]; unfilled: string[] };

const keptBonus = 20_000;

/**
 * Fills vacant seats with the least disturbance: of all panels that keep every limit and every locked seat, those in
 * which the most people keep the files they have; among these the best fit.
 */
export function reassign(round: RoundToAssign, { seats }: Standing): Reassignment {
  const rowOf = new Map(round.files.map(({ subject }, index) => [subject, index]));
  const columnOf = new Map(round.reviewers.map(({ expertId }, index) => [expertId, index]));
  const known = seats.filter(({ subject, expertId }) => rowOf.has(subject) && columnOf.has(expertId));
  const problem = problemWithBonus(round, known, (seat) => rowOf.get(seat.subject)! * round.reviewers.length + columnOf.get(seat.expertId)!);
  const unfilled: string[] = [];
  for (;;) {
    const answer = assignPanels(problem);
    const after = answer.ok ? seatsOf(round, answer.value.pairs) : undefined;
    const keeps = after && known.every((seat) => !seat.locked || after.some((each) => same(each, seat)));
    if (after && keeps) return { given: without(after, known), taken: without(known, after), unfilled };
    const vacant = round.files.findIndex(({ subject }, row) => problem.demand[row]! > known.filter((seat) => seat.subject === subject).length);
    if (vacant < 0) return { given: [], taken: [], unfilled };
    problem.demand[vacant]! -= 1;
    unfilled.push(round.files[vacant]!.subject);
  }
}

const same = (one: Seat, other: Seat) => one.subject === other.subject && one.expertId === other.expertId;
const without = (seats: readonly Seat[], others: readonly Seat[]): Seat[] =>
  seats.filter((seat) => !others.some((each) => same(each, seat))).map(({ subject, expertId }) => ({ subject, expertId }));

/** Keeping a seat outweighs any gain of fit; keeping one that was worked on outweighs keeping others. */
function problemWithBonus(round: RoundToAssign, known: readonly (Seat & { locked: boolean })[], pairOf: (seat: Seat) => number): PanelProblem {
  const problem = problemOf(round);
  const vacant = round.files.length * round.rules.reviewers - known.length;
  const scale = Math.min(1, keptBonus / (1000 * (vacant + 1)));
  problem.fit.forEach((fit, pair) => { if (fit !== BARRED) problem.fit[pair] = Math.floor(fit * scale); });
  for (const seat of known) problem.fit[pairOf(seat)] = Math.floor((problem.fit[pairOf(seat)] === BARRED ? 0 : problem.fit[pairOf(seat)]!)) + keptBonus * (seat.locked ? 3 : 1);
  round.reviewers.forEach(({ expertId }, column) => {
    const has = known.filter((seat) => seat.expertId === expertId).length;
    problem.mostLoad[column] = Math.max(problem.mostLoad[column]!, has);
    problem.leastLoad[column] = 0;
  });
  return problem;
}
