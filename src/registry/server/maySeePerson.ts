import type { Call } from '#platform/server/call.ts';
import { findPersonInScope } from './person.store.ts';

/** May the actor see this person's file? False for a stranger and for nobody alike, and after consent was withdrawn. */
export async function maySeePerson(call: Call, personId: string): Promise<boolean> {
  const person = await findPersonInScope(call, personId);
  return person !== undefined && (person.consentWithdrawnAt === null || call.actor.personId === personId);
}
