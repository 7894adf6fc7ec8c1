import { termEnd } from '#platform/clock/workingDays.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { pairKey, reassign, type Reassignment } from '../domain/roundAssignment.ts';
import { insertLaterSeats, seatsInRound, vacateSeat, type RoundSeat } from './assignment.store.ts';
import { gatherRound, tellReviewers, type Assigning } from './assignRound.ts';
import { keepRoundConflicts, findRoundConflicts } from './roundConflicts.ts';
import { findRound } from './round.store.ts';

export type SeatAsk = { panelId: string; expertId: string };
type Leaving = { reviewRoundId: string; seats: SeatAsk[] };

type Planned = { assigning: Assigning; seats: RoundSeat[]; plan: Reassignment };

/** What would move if these seats became vacant; nothing is kept. */
async function planFor(call: Call, { reviewRoundId, seats: leaving }: Leaving, look = findRoundConflicts): Promise<Answer<Planned>> {
  const gathered = await gatherRound(call, { reviewRoundId }, look);
  if (!gathered.ok) return gathered;
  const { problem, round } = gathered.value;
  const seats = await seatsInRound(call, reviewRoundId);
  const leaves = (seat: RoundSeat) => leaving.some((each) => each.panelId === seat.panelId && each.expertId === seat.expertId);
  if (!leaving.every((each) => seats.some((seat) => seat.state === 'invited' && seat.panelId === each.panelId && seat.expertId === each.expertId))) return no('seatNotOpen');
  const active = seats.filter((seat) => (seat.state === 'invited' || seat.state === 'scored') && !leaves(seat));
  const gone = seats.filter((seat) => leaves(seat) || !(seat.state === 'invited' || seat.state === 'scored'));
  const most = Number((round.assignment as { most?: number } | null)?.most ?? problem.most);
  const barred = new Set([...problem.barred, ...gone.map(({ subject, expertId }) => pairKey(subject, expertId))]);
  const seated = new Set(seats.map(({ subject }) => subject));
  const files = problem.files.filter(({ subject }) => seated.has(subject));
  const late = new Set(seats.filter((seat) => seat.state === 'invited' && call.clock.now() >= seat.dueAt).map(({ expertId }) => expertId));
  const reviewers = problem.reviewers.map((each) => ({ ...each, late: late.has(each.expertId) }));
  const plan = reassign({ ...problem, reviewers, files, barred, most }, { seats: active.map((seat) => ({ subject: seat.subject, expertId: seat.expertId, locked: seat.state === 'scored' || seat.drafted === true })) });
  return yes({ assigning: gathered.value, seats, plan });
}

/** A re-assignment as the officer sees it before it happens. */
export async function previewReassignment(call: Call, leaving: Leaving): Promise<Answer<{ given: SeatAsk[]; taken: SeatAsk[]; unfilled: number }>> {
  const planned = await planFor(call, leaving);
  return planned.ok ? yes(shown(planned.value)) : planned;
}

const shown = ({ plan, seats }: Planned) => {
  const panelOf = new Map(seats.map(({ subject, panelId }) => [subject, panelId]));
  const seat = ({ subject, expertId }: { subject: string; expertId: string }) => ({ panelId: panelOf.get(subject) ?? '', expertId });
  return { given: plan.given.map(seat), taken: plan.taken.map(seat), unfilled: plan.unfilled.length };
};

/** Vacates seats and fills them again with the least disturbance; work already begun never moves. */
export async function reassignSeats(call: Call, { because, ...leaving }: Leaving & { because: 'declined' | 'released' | 'recused' }): Promise<Answer<{ given: number; taken: number; unfilled: number }>> {
  if (!(await findRound(call, leaving.reviewRoundId, { lock: true }))) return no('notFound');
  const planned = await planFor(call, leaving, keepRoundConflicts);
  if (!planned.ok) return planned;
  const { given, taken, unfilled } = shown(planned.value);
  for (const { panelId, expertId } of leaving.seats) await vacateSeat(call, panelId, expertId, because);
  for (const { panelId, expertId } of taken) await vacateSeat(call, panelId, expertId, 'released');
  const dueAt = termEnd(call.calendar, call.clock.today(), planned.value.assigning.round.rules.workingDays);
  if (given.length) await insertLaterSeats(call, given, dueAt);
  await tellReviewers(call, planned.value.assigning, given.map(({ expertId }) => expertId), dueAt);
  await audit(call, { act: 'round.reassign', subject: leaving.reviewRoundId, detail: { because, vacated: leaving.seats.length, given: given.length, taken: taken.length, unfilled } });
  return yes({ given: given.length, taken: taken.length, unfilled });
}
