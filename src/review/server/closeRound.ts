import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { changeRound, findRound } from './round.store.ts';
import { mayClose, viewReviewRound } from './viewRound.ts';

/** Closes a round whose files are all judged: no seat is filled again and nobody is drawn any more. */
export async function closeRound(call: Call, { reviewRoundId }: { reviewRoundId: string }): Promise<Answer<Done>> {
  const round = await findRound(call, reviewRoundId, { lock: true });
  const view = await viewReviewRound(call, reviewRoundId);
  if (!round || !view.ok) return no('notFound');
  const refused = mayClose(round, view.value);
  if (refused) return refused;
  await changeRound(call, round.id, { state: 'closed', closed_at: call.clock.now() });
  await audit(call, { act: 'round.close', subject: round.id });
  return done;
}
