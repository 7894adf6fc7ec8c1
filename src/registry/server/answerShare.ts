import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { lockPeople } from './person.store.ts';
import { selectWorks, stampShare } from './work.store.ts';

/** A co-worker confirms the share ascribed to him, or says what it was and why. A later answer takes the place of an earlier one. */
export async function answerShare(call: Call, input: { workId: string; agrees: boolean; claimedShare?: number | undefined; reason?: string | undefined }): Promise<Answer<{ workId: string }>> {
  const { workId, agrees, claimedShare, reason = '' } = input;
  const [work] = await selectWorks(call, [workId]);
  if (!work || call.actor.personId === '') return no('notFound');
  if (!agrees && (claimedShare === undefined || claimedShare < 0 || claimedShare > 100)) return no('shareRange', { field: 'claimedShare', params: { share: claimedShare ?? '' } });
  if (!agrees && reason.trim() === '') return no('disputeReason', { field: 'reason' });
  await lockPeople(call, [work.person_id]); // the maker may be changing the shares
  const stamped = await stampShare(call, { workId, personId: call.actor.personId, standing: agrees ? 'confirmed' : 'disputed', claimed_share: agrees ? null : claimedShare ?? null, reason: agrees ? null : reason.trim() });
  if (!stamped) return no('notFound');
  await audit(call, { act: 'work.share', subject: workId, detail: { agrees } });
  return yes({ workId });
}
