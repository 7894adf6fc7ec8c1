import type { Role } from '#platform/domain/actor.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { outdated } from '../domain/planFacts.ts';
import { selectFacts, stampVerified, supersede } from './fact.store.ts';
import { tellFactsChanged } from './tellFactsChanged.ts';
import { findPersonInScope, lockPeople, touchPeople } from './person.store.ts';

const weights: Partial<Record<Role, 'authority' | 'institution'>> = { bureau: 'authority', employer: 'institution' };

/** Confirms a fact against its evidence, which lifts its weight to the checker's; never one's own (ownFact). */
export async function verifyFact(call: Call, { personId, factId }: { personId: string; factId: string }): Promise<Answer<{ factId: string }>> {
  const weight = weights[call.actor.role];
  const person = await findPersonInScope(call, personId);
  if (!weight || !person) return no('notFound');
  if (call.actor.personId === personId) return no('ownFact');
  await lockPeople(call, [personId]);
  const facts = await selectFacts(call, [personId]);
  const fact = facts.find((each) => each.factId === factId);
  if (!fact) return no('notFound');
  await stampVerified(call, fact, weight);
  const others = facts.filter((each) => each.kind === fact.kind && each.factId !== factId);
  await supersede(call, outdated(others, { ...fact, to: fact.to ?? undefined, verifiedAs: weight }, fact.from).map((old) => ({ personId, kind: fact.kind, old, by: factId })));
  await touchPeople(call, [personId]);
  await tellFactsChanged(call, [personId]);
  await audit(call, { act: 'fact.verify', subject: personId, detail: { factId, weight } });
  return yes({ factId });
}
