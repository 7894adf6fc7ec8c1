import type { Call } from '#platform/server/call.ts';
import { selectByIdNumber, selectByNameAndBirth } from './person.store.ts';

/** Somebody of a roster, as far as it was readable; empty texts where not. */
export type Sought = { idNumber: string; foldedName: string; birthDate: string };

/** A person who is there already; `index` is the place in the list that was asked. The name is empty when out of scope. */
export type Known = { personId: string; index: number; by: 'idNumber' | 'nameAndBirth'; inScope: boolean; name: string };

/** Who of these is known, by ID number, else by folded name and birth date. Two queries for any number of rows. */
export async function findKnownPeople(call: Call, rows: readonly Sought[]): Promise<Known[]> {
  const indexes = rows.map(({ idNumber }) => (idNumber ? call.crypto.blindIndex(idNumber) : ''));
  const byNumber = new Map((await selectByIdNumber(call, indexes.filter(Boolean))).map((person) => [person.index, person]));
  const rest = rows.filter(({ foldedName, birthDate }, at) => !byNumber.has(indexes[at] ?? '') && foldedName && birthDate);
  const byName = Map.groupBy(await selectByNameAndBirth(call, rest), (person) => `${person.foldedName} ${person.birthDate}`);
  return rows.flatMap(({ foldedName, birthDate }, index): Known[] => {
    const same = byNumber.get(indexes[index] ?? '');
    const alike = same ? [same] : (byName.get(`${foldedName} ${birthDate}`) ?? []);
    return alike.map(({ personId, inScope, name }) => ({ personId, index, by: same ? 'idNumber' : 'nameAndBirth', inScope, name: inScope ? name : '' }));
  });
}
