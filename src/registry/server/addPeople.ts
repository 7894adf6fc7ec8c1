import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import type { FactSource } from '../domain/factTimeline.ts';
import { insertEmployments } from './employment.store.ts';
import { proposeDoubles } from './likelyDouble.store.ts';
import { insertEntries, insertPeople, lockPeople, selectByIdNumber, selectEntries, updatePhones, type KnownPerson } from './person.store.ts';
import { factsOfIdNumber, newPersonRow, readIdentity, type ReadIdentity } from './readIdentity.ts';
import { checkFacts, writeFacts, type ToldOf } from './writeFacts.ts';

/** One person of a roster. `cause` makes a retry harmless; `personId` says whom the row is meant to update. */
export type PersonEntry = {
  cause: string;
  personId?: string | undefined;
  idNumber: string;
  name: string;
  phone: string;
  facts: { kind: string; value: FactValue; from?: string | undefined }[];
  employment?: { organisationId: string; from: string; to?: string | undefined; post: string } | undefined;
  source: FactSource;
  evidence: string;
};

/** What became of the rows; `personIds` stand in the order of the rows. */
export type PeopleAdded = { personIds: string[]; added: number; updated: number };

type Placed = { entry: PersonEntry; identity: ReadIdentity; index: string; personId: string; isNew: boolean };

const batchSize = 1000;

/** Enters people or adds facts to those who are there, in few statements; a person out of reach refuses the whole with personExistsElsewhere. */
export async function addPeople(call: Call, { people }: { people: readonly PersonEntry[] }): Promise<Answer<PeopleAdded>> {
  const total: PeopleAdded = { personIds: [], added: 0, updated: 0 };
  for (let start = 0; start < people.length; start += batchSize) {
    const batch = await addBatch(call, people.slice(start, start + batchSize));
    if (!batch.ok) return batch;
    total.personIds.push(...batch.value.personIds);
    total.added += batch.value.added;
    total.updated += batch.value.updated;
  }
  if (people.length) await audit(call, { act: 'person.addMany', subject: call.regionId, detail: { added: total.added, updated: total.updated } });
  return yes(total);
}

async function addBatch(call: Call, people: readonly PersonEntry[]): Promise<Answer<PeopleAdded>> {
  const done = await selectEntries(call, people.map((entry) => entry.cause));
  const open = people.filter((entry) => !done.has(entry.cause));
  const placed = await placeEntries(call, open);
  if (!placed.ok) return placed;
  await writePlaced(call, placed.value);
  const idOf = new Map([...done, ...placed.value.map(({ entry, personId }) => [entry.cause, personId] as const)]);
  const added = placed.value.filter((each) => each.isNew).length;
  return yes({ personIds: people.map((entry) => idOf.get(entry.cause) ?? ''), added, updated: placed.value.length - added });
}

async function placeEntries(call: Call, entries: readonly PersonEntry[]): Promise<Answer<Placed[]>> {
  const read: { entry: PersonEntry; identity: ReadIdentity; index: string }[] = [];
  for (const entry of entries) {
    const identity = readIdentity(call, entry);
    if (!identity.ok) return identity;
    const facts = checkFacts(call, entry.facts);
    if (!facts.ok) return facts;
    read.push({ entry, identity: identity.value, index: call.crypto.blindIndex(identity.value.idNumber) });
  }
  const known = new Map((await selectByIdNumber(call, read.map(({ index }) => index))).map((person) => [person.index, person]));
  return placeAll(call, read, known);
}

async function placeAll(call: Call, read: { entry: PersonEntry; identity: ReadIdentity; index: string }[], known: Map<string, KnownPerson>): Promise<Answer<Placed[]>> {
  const fresh = new Map<string, string>();
  const rows = [];
  const placed: Placed[] = [];
  for (const { entry, identity, index } of read) {
    const found = known.get(index);
    if (found && !found.inScope) return no('personExistsElsewhere', { params: { cause: entry.cause } });
    if (entry.personId && entry.personId !== found?.personId) return no('personMismatch', { params: { cause: entry.cause } });
    const isNew = !found && !fresh.has(index);
    if (isNew) {
      const row = newPersonRow(call, identity, index, entry.employment && !entry.employment.to ? entry.employment.organisationId : null);
      rows.push(row);
      fresh.set(index, row.personId);
    }
    placed.push({ entry, identity, index, personId: found?.personId ?? fresh.get(index) ?? '', isNew });
  }
  await insertPeople(call, rows);
  return yes(placed);
}

async function writePlaced(call: Call, placed: readonly Placed[]): Promise<void> {
  const fresh = new Set(placed.filter((each) => each.isNew).map((each) => each.personId));
  const old = placed.filter((each) => !fresh.has(each.personId));
  await lockPeople(call, old.map((each) => each.personId));
  await updatePhones(call, old.filter(({ identity }) => identity.phone).map(({ personId, identity }) => ({
    personId, sealedPhone: call.crypto.seal(identity.phone), phoneIndex: call.crypto.blindIndex(identity.phone),
  })));
  await writeFacts(call, placed.flatMap((each) => factsOfEntry(each)), { fresh });
  await insertEmployments(call, placed.flatMap(({ personId, entry: { employment } }) => (employment
    ? [{ employmentId: call.newId('emp'), personId, organisationId: employment.organisationId, post: employment.post, from: employment.from, to: employment.to || null }] : [])));
  await proposeDoubles(call, [...fresh]);
  await insertEntries(call, placed.map(({ entry, personId }) => ({ cause: entry.cause, personId })));
}

// The same kind twice in one row of an update would plan both against the same past, so the later column wins.
function factsOfEntry({ entry, identity, personId }: Placed): ToldOf[] {
  const told = { source: entry.source, evidence: entry.evidence, verifiedAs: null };
  const own = factsOfIdNumber(identity, told);
  const all = [...own, ...entry.facts.map((fact) => ({ ...fact, ...told }))];
  return [...new Map(all.map((fact) => [fact.kind, { ...fact, personId }])).values()];
}
