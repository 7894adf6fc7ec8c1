import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Role } from '#platform/domain/actor.ts';
import type { FactValue } from '../domain/factKind.ts';
import { inForceOn, type FactSource } from '../domain/factTimeline.ts';
import { identityFacts } from '../domain/keywords.ts';
import { checkOrder, checkSeen } from './checkCorrection.ts';
import { selectFacts } from './fact.store.ts';
import { findPersonInScope, lockPeople } from './person.store.ts';
import { checkFacts, writeFacts } from './writeFacts.ts';

/** A correction of one kind of fact; the source follows from who corrects. `seen` is the fact that stood on the page, null for none. */
export type Correction = { personId: string; kind: string; value: FactValue; from?: string | undefined; evidence: string; seen?: string | null | undefined };

const sources: Partial<Record<Role, FactSource>> = { talent: 'self', employer: 'institution', bureau: 'authority' };

/** Facts that the identity document fixes: a different value means a different document. */
const fixed: readonly string[] = [identityFacts.birthDate, identityFacts.sex];

/** Corrects a fact with evidence. It stands at once unless it is only one's own word against a weightier source: then it waits for verification. */
export async function correctFact(call: Call, { personId, kind, value, from, evidence, seen }: Correction): Promise<Answer<{ factId: string; standing: 'inForce' | 'awaitsVerification' }>> {
  const source = sources[call.actor.role];
  const person = await findPersonInScope(call, personId);
  if (!source || !person) return no('notFound');
  if (fixed.includes(kind)) return no('factFixed', { field: kind });
  if (!evidence.trim()) return no('evidenceNeeded', { field: 'evidence' });
  const checked = checkFacts(call, [{ kind, value }]);
  if (!checked.ok) return checked;
  await lockPeople(call, [personId]);
  const fresh = seen === undefined ? yes(undefined) : await checkSeen(call, personId, kind, seen);
  if (!fresh.ok) return fresh;
  const ordered = await checkOrder(call, personId, kind, value);
  if (!ordered.ok) return ordered;
  const [factId = ''] = await writeFacts(call, [{ personId, kind, value, from, source, evidence, verifiedAs: null }], { correcting: true });
  const standing = inForceOn(await selectFacts(call, [personId], { kinds: [kind] }), call.clock.today())?.factId === factId ? 'inForce' : 'awaitsVerification';
  await audit(call, { act: 'fact.correct', subject: personId, detail: { factId, source, standing } });
  return yes({ factId, standing });
}
