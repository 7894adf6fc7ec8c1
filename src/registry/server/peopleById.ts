import type { Call } from '#platform/server/call.ts';
import { maskName } from '../domain/personName.ts';
import { selectPeople } from './person.store.ts';

/** Who somebody is, for lists of other slices; the masked name is what the public may see, and nothing once consent is withdrawn. */
export type PersonNamed = { personId: string; name: string; maskedName: string; organisationId: string; organisationName: string; organisationPath: string; consentWithdrawn: boolean };

/** The people behind ids, by id; the caller has decided that the actor may know. */
export async function peopleById(call: Call, personIds: readonly string[]): Promise<Map<string, PersonNamed>> {
  const found = await selectPeople(call, [...new Set(personIds)]);
  return new Map(found.map(({ personId, name, organisationId, organisationName, organisationPath, consentWithdrawnAt }) => [personId, {
    personId, name, maskedName: maskName(name), organisationId: organisationId ?? '', organisationName: organisationName ?? '', organisationPath: organisationPath ?? '', consentWithdrawn: consentWithdrawnAt !== null,
  }]));
}
