import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { ownPair } from './ownSide.ts';
import { changePair, findPair, findRound } from './pairing.store.ts';
import { planOf } from './pairingRecord.ts';
import { findGoal, findMeeting, insertAssessment, insertGoal, insertMeeting, stampGoal, stampMeeting } from './pairLife.store.ts';
import { endTie } from './startPairs.ts';

/** One's own pair while it lasts. */
async function ownLivePair(call: Call, pairId: string): Promise<Answer<NonNullable<Awaited<ReturnType<typeof ownPair>>>>> {
  const own = await ownPair(call, pairId);
  if (!own) return no('notFound');
  return own.pair.state === 'live' ? { ok: true, value: own } : no('pairNotLive');
}

/** Writes a goal down; either side may. */
export async function setGoal(call: Call, { pairId, content, dueOn }: { pairId: string; content: string; dueOn: string }): Promise<Answer<Done>> {
  const own = await ownLivePair(call, pairId);
  if (!own.ok) return own;
  if (dueOn < call.clock.today()) return no('goalDay', { field: 'dueOn', params: { today: call.clock.today() } });
  await insertGoal(call, { id: call.newId('goal'), pair_id: pairId, content, due_on: dueOn, set_by: own.value.side });
  await audit(call, { act: 'pairing.setGoal', subject: pairId });
  return done;
}

/** A goal is reached, on the day it is told. */
export async function reachGoal(call: Call, { goalId }: { goalId: string }): Promise<Answer<Done>> {
  const goal = await findGoal(call, goalId);
  const own = goal ? await ownLivePair(call, goal.pair_id) : no('notFound');
  if (!goal || !own.ok) return own.ok ? no('notFound') : own;
  if (goal.done_on) return no('goalReached', { params: { on: goal.done_on } });
  await stampGoal(call, goalId);
  await audit(call, { act: 'pairing.reachGoal', subject: goal.pair_id });
  return done;
}

/** Writes a meeting down; it counts once the other side has confirmed it. */
export async function recordMeeting(call: Call, { pairId, content, heldOn }: { pairId: string; content: string; heldOn: string }): Promise<Answer<Done>> {
  const own = await ownLivePair(call, pairId);
  if (!own.ok) return own;
  const { pair, side } = own.value;
  const from = dayOf(pair.made_at);
  const today = call.clock.today();
  if (heldOn < from || heldOn > today) return no('meetingDay', { field: 'heldOn', params: { from, today } });
  await insertMeeting(call, { id: call.newId('meet'), pair_id: pairId, held_on: heldOn, content, recorded_by: side });
  await audit(call, { act: 'pairing.recordMeeting', subject: pairId });
  return done;
}

/** Confirms what the other side wrote down. */
export async function confirmMeeting(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Done>> {
  const meeting = await findMeeting(call, meetingId);
  const own = meeting ? await ownLivePair(call, meeting.pair_id) : no('notFound');
  if (!meeting || !own.ok) return own.ok ? no('notFound') : own;
  if (meeting.recorded_by === own.value.side) return no('meetingOwn');
  if (meeting.confirmed_at) return no('meetingConfirmed');
  await stampMeeting(call, meetingId);
  await audit(call, { act: 'pairing.confirmMeeting', subject: meeting.pair_id });
  return done;
}

type Assessed = { pairId: string; year: number; level: string; comment: string };

/** Assesses a year: each side the other, and the office both; once a year each. */
export async function assessPair(call: Call, { pairId, year, level, comment }: Assessed): Promise<Answer<Done>> {
  const own = await ownPair(call, pairId);
  const pair = call.actor.role === 'bureau' ? await findPair(call, pairId) : own?.pair;
  const round = pair && (await findRound(call, pair.round_id));
  if (!pair || !round) return no('notFound');
  if (pair.state !== 'live') return no('pairNotLive');
  const from = Number(dayOf(pair.made_at).slice(0, 4));
  const to = Number(call.clock.today().slice(0, 4));
  if (year < from || year > to) return no('assessmentYear', { field: 'year', params: { from, to } });
  const { levels } = planOf(round);
  if (!levels.includes(level)) return no('assessmentLevel', { field: 'level', params: { levels: levels.join('\u3001') } });
  const assessor = call.actor.role === 'bureau' ? 'office' : own?.side ?? 'pupil';
  if (!(await insertAssessment(call, { pair_id: pairId, year, assessor, level, comment }))) return no('assessedBefore', { params: { year } });
  await audit(call, { act: 'pairing.assess', subject: pairId, detail: { year, assessor } });
  return done;
}

/** The office ends a pair with its result. */
export async function endPair(call: Call, { pairId, result, reason }: { pairId: string; result: string; reason: string }): Promise<Answer<Done>> {
  const pair = await findPair(call, pairId);
  const round = pair && (await findRound(call, pair.round_id));
  if (!pair || !round) return no('notFound');
  if (pair.state !== 'live') return no('pairNotLive');
  const { levels } = planOf(round);
  if (!levels.includes(result)) return no('assessmentLevel', { field: 'result', params: { levels: levels.join('\u3001') } });
  await changePair(call, pairId, { state: 'ended', left_at: call.clock.now(), left_by: 'office', left_reason: reason, result });
  await endTie(call, pair, pair.master_person_id, pair.pupil_person_id);
  await audit(call, { act: 'pairing.end', subject: pairId, detail: { result } });
  return done;
}
