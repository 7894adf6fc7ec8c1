import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import type { registryContract } from '../domain/contract.ts';
import { maskIdNumber } from '../domain/idNumber.ts';
import { selectOpenDoubles } from './likelyDouble.store.ts';
import { selectPeople } from './person.store.ts';

/** The pairs that wait for the bureau's decision, side by side. */
export async function listDoubles(call: Call): Promise<Answer<Given<typeof registryContract.listDoubles>>> {
  const open = await selectOpenDoubles(call);
  const people = new Map((await selectPeople(call, open.flatMap((pair) => [pair.personId, pair.otherPersonId]))).map((person) => [person.personId, person]));
  return yes(open.map(({ doubleId, reason, proposedAt, personId, otherPersonId }) => ({
    doubleId, reason, proposedOn: dayOf(proposedAt),
    people: [personId, otherPersonId].flatMap((id) => people.get(id) ?? []).map((person) => ({
      personId: person.personId, name: person.name, maskedIdNumber: maskIdNumber(call.crypto.open(person.sealedIdNumber)), organisationName: person.organisationName ?? '', enteredOn: dayOf(person.enteredAt),
    })),
  })));
}
