import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { reassignSeats } from './reassignSeats.ts';
import { expertOfPerson, lockPanel, ownSeat } from './review.store.ts';

/** A reviewer gives a file of a round back without a conflict; another takes it, and nobody else's files move unless they must. */
export async function declineReview(call: Call, { panelId, reason }: { panelId: string; reason: string }): Promise<Answer<Done>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  const panel = expert && (await lockPanel(call, panelId));
  const own = panel && (await ownSeat(call, expert.id, panelId));
  if (!expert || !own || !panel.review_round_id || panel.dissolved_at) return no('notFound');
  if (own.state !== 'invited') return no(own.state === 'scored' ? 'scoreLocked' : 'notFound');
  const filled = await reassignSeats(call, { reviewRoundId: panel.review_round_id, seats: [{ panelId, expertId: expert.id }], because: 'declined' });
  if (!filled.ok) return filled;
  await audit(call, { act: 'panel.decline', subject: panelId, detail: { reason: reason.length, unfilled: filled.value.unfilled } });
  return done;
}
