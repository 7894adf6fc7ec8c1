import { yes, type Answer } from '#platform/domain/answer.ts';
import { addWorkingDays, endOfDay } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { sendMessage } from '#bulletin/server/public.ts';
import { markReminded, seatsToRemind } from './assignment.store.ts';
import { termDay } from './assignRound.ts';

/** Working days before the end of a term at which reviewers are reminded, once. */
const remindBefore = 2;

/** Reminds reviewers of rounds whose term ends within two working days: one message a person, with the number of files. */
export async function remindLateReviews(call: Call): Promise<Answer<{ reminded: number }>> {
  const before = new Date(endOfDay(addWorkingDays(call.calendar, call.clock.today(), remindBefore)).getTime() + 1);
  const seats = await seatsToRemind(call, before);
  for (const [personId, own] of Map.groupBy(seats, (each) => each.personId)) {
    const dueOn = termDay(new Date(Math.min(...own.map(({ dueAt }) => Number(dueAt)))));
    await sendMessage(call, { personId, title: call.say('review.remind.title', { n: own.length }), body: call.say('review.remind.body', { n: own.length, dueOn }), link: '/work/reviews' });
  }
  if (seats.length) await markReminded(call, [...new Set(seats.map(({ expertId }) => expertId))], before);
  return yes({ reminded: seats.length });
}
