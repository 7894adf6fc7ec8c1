import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { RoundRules } from '../domain/roundRules.ts';
import { dissolvePanel } from './panelState.ts';
import { entryOf, insertRound, insertSubject, lockRoundOfCircle, markLeft, type NewSubject } from './round.store.ts';

/** A file on its way into the round of its circle; heading and rules count only for the first that enters. */
export type Entering = NewSubject & { circle: string; roundHeading: string; rules: RoundRules };

/** Puts a file into the review round of its circle and numbers it; the first one opens the round and pins its rules. */
export async function enterReview(call: Call, entering: Entering): Promise<Answer<{ reviewRoundId: string; number: number }>> {
  const before = await entryOf(call, entering.subject);
  if (before) return yes({ reviewRoundId: before.review_round_id, number: before.number });
  await insertRound(call, { circle: entering.circle, heading: entering.roundHeading, rules: entering.rules });
  const round = await lockRoundOfCircle(call, entering.circle);
  if (!round) throw new Error(`the round of ${entering.circle} did not open`);
  if (round.state !== 'entering') return no('roundNotEntering', { params: { heading: round.heading } });
  const number = await insertSubject(call, round.id, entering);
  await audit(call, { act: 'round.enter', subject: entering.subject, detail: { reviewRoundId: round.id, number } });
  return yes({ reviewRoundId: round.id, number });
}

/** Takes a file out of its round, with its panel: on withdrawal, or when the case goes back. */
export async function leaveReview(call: Call, subject: string): Promise<Answer<Done>> {
  if (!(await entryOf(call, subject))) return done;
  await markLeft(call, subject);
  await dissolvePanel(call, subject);
  await audit(call, { act: 'round.leave', subject });
  return done;
}
