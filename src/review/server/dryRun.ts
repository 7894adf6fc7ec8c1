import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { findShortage } from '#matching/domain/panel.ts';
import { explainPair, explainShortage } from '#matching/domain/panelExplanation.ts';
import type { assignmentContract } from '../domain/assignmentContract.ts';
import { assignRound, problemOf, seatsOf } from '../domain/roundAssignment.ts';
import { gatherRound, type Assigning, type LoadAsk } from './assignRound.ts';
import { expertNames } from './expertNames.ts';

/** What an assignment would give, without keeping anything: loads, floor, panels; or why there is none. */
export async function dryRun(call: Call, ask: LoadAsk): Promise<Answer<Given<typeof assignmentContract.dryRun>>> {
  const gathered = await gatherRound(call, ask);
  if (!gathered.ok) return gathered;
  const { problem, subjects } = gathered.value;
  const found = assignRound(problem);
  const seats = found.ok ? seatsOf(problem, found.value.pairs) : [];
  const given = Map.groupBy(seats, ({ expertId }) => expertId);
  const panels = Map.groupBy(seats, ({ subject }) => subject);
  const names = await expertNames(call, gathered.value.experts);
  return yes({
    least: problem.least, most: problem.most, files: subjects.length, conflicts: problem.barred.size,
    found: found.ok ? { floor: found.value.floor, total: found.value.total, bound: found.value.bound } : null, shortage: found.ok ? null : shortageOf(gathered.value, names),
    reviewers: problem.reviewers.map(({ expertId, load, fields }) => ({ expertId, ...names.get(expertId)!, fields: [...fields], load, files: given.get(expertId)?.length ?? 0 })),
    panels: subjects.map(({ subject, number, heading, fields }) => ({ subject, number, heading: [heading, ...fields].join(' · '), experts: (panels.get(subject) ?? []).map(({ expertId }) => expertId) })),
  });
}

type Names = Awaited<ReturnType<typeof expertNames>>;

/** The set of files or reviewers that cannot be served, as a sentence with who they are. */
function shortageOf({ problem, subjects }: Assigning, names: Names) {
  const shortage = findShortage(problemOf(problem));
  if (!shortage) return null;
  return {
    ...explainShortage(shortage), numbers: shortage.cases.slice(0, 30).map((row) => subjects[row]?.number ?? 0),
    reviewers: shortage.reviewers.slice(0, 30).map((column) => names.get(problem.reviewers[column]?.expertId ?? '')?.name ?? ''),
  };
}

/** Why this reviewer judges this file in the dry run, or why not, and what would change it. */
export async function explainSeat(call: Call, { subject, expertId, ...ask }: LoadAsk & { subject: string; expertId: string }): Promise<Answer<Given<typeof assignmentContract.explainSeat>>> {
  const gathered = await gatherRound(call, ask);
  if (!gathered.ok) return gathered;
  const { problem, conflicts } = gathered.value;
  const found = assignRound(problem);
  if (!found.ok) return found;
  const row = problem.files.findIndex((file) => file.subject === subject);
  const column = problem.reviewers.findIndex((reviewer) => reviewer.expertId === expertId);
  if (row < 0 || column < 0) return yes({ seated: false, sentences: [], conflicts: [] });
  return yes({
    seated: found.value.pairs.includes(row * problem.reviewers.length + column), sentences: explainPair(problemOf(problem), found.value, row, column),
    conflicts: conflicts.filter((each) => each.subject === subject && each.expertId === expertId).map(({ kind, source }) => ({ kind, source })),
  });
}
