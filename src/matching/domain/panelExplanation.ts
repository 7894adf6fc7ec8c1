import type { PanelAssignment } from './panel.ts';
import { BARRED, type PanelProblem } from './panelProblem.ts';
import { lossWithout, whatIf } from './panelRepair.ts';
import type { Shortage } from './panelShortage.ts';

/** One sentence as a key of the words files and its numbers. */
export type Sentence = { key: string; params: Record<string, number> };

const highestFit = BARRED - 1;

/** Why this reviewer judges this case, or why not, and what would change that. */
export function explainPair(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): Sentence[] {
  const pair = caseIndex * problem.reviewers + reviewer;
  if (problem.fit[pair] === BARRED) return [{ key: 'matching.pair.barred', params: {} }];
  return assignment.pairs.includes(pair) ? whyThis(problem, assignment, caseIndex, reviewer) : whyNot(problem, assignment, caseIndex, reviewer);
}

/** Why no panels exist, as one sentence. */
export const explainShortage = ({ kind, cases, reviewers, need, room }: Shortage): Sentence =>
  ({ key: `matching.shortage.${kind}`, params: { cases: cases.length, reviewers: reviewers.length, need, room } });

function whyThis(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): Sentence[] {
  const fit = problem.fit[caseIndex * problem.reviewers + reviewer]!;
  const row = problem.fit.subarray(caseIndex * problem.reviewers, (caseIndex + 1) * problem.reviewers).filter((value) => value !== BARRED);
  const rank = 1 + row.filter((value) => value > fit).length;
  const loss = lossWithout(problem, assignment, caseIndex, reviewer);
  return [
    { key: 'matching.pair.chosen', params: { fit, rank, open: row.length } },
    loss === undefined ? { key: 'matching.pair.onlyWay', params: {} } : { key: 'matching.pair.lossWithout', params: { loss } },
  ];
}

function whyNot(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): Sentence[] {
  const { pairs } = assignment;
  const fit = problem.fit[caseIndex * problem.reviewers + reviewer]!;
  const places = problem.mostLoad[reviewer]!;
  const load = pairs.filter((pair) => pair % problem.reviewers === reviewer).length;
  const panel = [...pairs].filter((pair) => Math.floor(pair / problem.reviewers) === caseIndex);
  const sentences: Sentence[] = [];
  if (load >= places) sentences.push({ key: 'matching.pair.reviewerFull', params: { places } });
  for (const { members, atMost } of problem.limits ?? []) {
    const taken = panel.filter((pair) => members.includes(pair % problem.reviewers)).length;
    if (members.includes(reviewer) && taken >= atMost) sentences.push({ key: 'matching.pair.limitFull', params: { atMost } });
  }
  const least = Math.min(...panel.map((pair) => problem.fit[pair]!));
  if (fit <= least) sentences.push({ key: 'matching.pair.fitLower', params: { fit, least } });
  return [...sentences, ...whatWouldChange(problem, assignment, caseIndex, reviewer, fit)];
}

function whatWouldChange(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number, fit: number): Sentence[] {
  const repair = whatIf(problem, assignment, caseIndex, reviewer);
  if (!repair) return [{ key: 'matching.pair.noWay', params: {} }];
  const cost: Sentence = { key: 'matching.pair.wouldCost', params: { loss: repair.loss, moves: repair.moves.length } };
  const needed = fit + repair.loss + 1;
  if (repair.loss === 0) return [{ key: 'matching.pair.equallyGood', params: { moves: repair.moves.length } }];
  return needed > highestFit ? [cost] : [cost, { key: 'matching.pair.wouldChange', params: { fit, needed } }];
}
