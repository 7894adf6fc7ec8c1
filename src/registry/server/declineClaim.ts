import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { openClaims } from '../domain/factTimeline.ts';
import { selectFacts, stampDeclined } from './fact.store.ts';
import { findPersonInScope, lockPeople } from './person.store.ts';

/** Does not accept a person's own claim, with a reason that the person sees; what is in force stays. Never about oneself. */
export async function declineClaim(call: Call, { personId, factId, reason }: { personId: string; factId: string; reason: string }): Promise<Answer<{ factId: string }>> {
  if (!(await findPersonInScope(call, personId))) return no('notFound');
  if (call.actor.personId === personId) return no('ownFact');
  if (!reason.trim()) return no('declineReasonNeeded', { field: 'reason' });
  await lockPeople(call, [personId]);
  const claim = openClaims(await selectFacts(call, [personId]), call.clock.today()).find((each) => each.factId === factId);
  if (!claim) return no('notFound');
  await stampDeclined(call, { personId, kind: claim.kind, factId, reason });
  await audit(call, { act: 'fact.decline', subject: personId, detail: { factId } });
  return yes({ factId });
}
