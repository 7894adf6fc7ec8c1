import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import { personInScope } from './scope.store.ts';

/** What is kept of a person beside facts; numbers stay sealed. */
export type PersonRow = {
  personId: string; name: string; sealedIdNumber: string; sealedPhone: string; birthDate: string; organisationId: string | null; organisationName: string | null;
  organisationPath: string | null; consentWithdrawnAt: Date | null; enteredAt: Date;
};

/** A person to be written. */
export type NewPersonRow = {
  personId: string; name: string; foldedName: string; sortKey: string; nameTokens: string; sealedIdNumber: string; idNumberIndex: string;
  sealedPhone: string; phoneIndex: string; birthDate: string;
  /** Where the person works, as the employment entered with the person will say. */
  organisationId: string | null;
};

const shown = sql`person.id as "personId", person.name, person.sealed_id_number as "sealedIdNumber", person.sealed_phone as "sealedPhone", person.birth_date as "birthDate",
  person.organisation_id as "organisationId", organisation.name as "organisationName", organisation.path as "organisationPath",
  person.consent_withdrawn_at as "consentWithdrawnAt", person.entered_at as "enteredAt"`;
const withOrganisation = sql`person left join organisation on organisation.region_id = person.region_id and organisation.id = person.organisation_id`;

/** One person within the actor's scope, or undefined: what one may not see does not exist. */
export async function findPersonInScope(call: Call, personId: string): Promise<PersonRow | undefined> {
  const found = await sql<PersonRow>`select ${shown} from ${withOrganisation} where person.id = ${personId} and ${personInScope(call)}`.execute(call.tx);
  return found.rows[0];
}

/** People by id, whoever asks. */
export async function selectPeople({ tx, regionId }: Call, personIds: readonly string[]): Promise<PersonRow[]> {
  if (personIds.length === 0) return [];
  const found = await sql<PersonRow>`select ${shown} from ${withOrganisation} where person.region_id = ${regionId} and person.id = any(${personIds})`.execute(tx);
  return found.rows;
}

/** Somebody known by the index of an ID number; `inScope` says whether the actor may see them. */
export type KnownPerson = { personId: string; index: string; name: string; birthDate: string; foldedName: string; inScope: boolean };

// A merged record still knows its ID number; who is meant is the record that it was merged into.
const known = (call: Call) => sql`select person.id as "personId", told.id_number_index as index, person.name, told.birth_date as "birthDate",
  told.folded_name as "foldedName", ${personInScope(call)} as "inScope"
  from person told join person on person.region_id = told.region_id and person.id = coalesce(told.merged_into, told.id)`;

/** Who of these ID numbers (as indexes) is already there. */
export async function selectByIdNumber(call: Call, indexes: readonly string[]): Promise<KnownPerson[]> {
  const found = await sql<KnownPerson>`${known(call)} where told.region_id = ${call.regionId} and told.id_number_index = any(${indexes})`.execute(call.tx);
  return found.rows;
}

/** Who has one of these folded names and was born on the day beside it. */
export async function selectByNameAndBirth(call: Call, pairs: readonly { foldedName: string; birthDate: string }[]): Promise<KnownPerson[]> {
  const found = await sql<KnownPerson>`${known(call)}
    join unnest(${pairs.map((pair) => pair.foldedName)}::text[], ${pairs.map((pair) => pair.birthDate)}::date[]) as pair (folded_name, birth_date)
      on pair.folded_name = told.folded_name and pair.birth_date = told.birth_date
    where told.region_id = ${call.regionId} and told.merged_into is null`.execute(call.tx);
  return found.rows;
}

/** Writes people in one statement. */
export async function insertPeople({ tx, regionId, clock }: Call, people: readonly NewPersonRow[]): Promise<void> {
  if (people.length === 0) return;
  const column = (key: keyof NewPersonRow) => people.map((person) => person[key]);
  await sql`insert into person (region_id, id, name, folded_name, sort_key, name_tokens, sealed_id_number, id_number_index, sealed_phone, phone_index, birth_date, organisation_id, facts_changed_at, entered_at)
    select ${regionId}, id, name, folded_name, sort_key, array_to_tsvector(string_to_array(tokens, ' ')), sealed_id, id_index, sealed_phone, phone_index, birth_date, organisation_id,
      ${clock.now()}::timestamptz, ${clock.now()}::timestamptz
    from unnest(${column('personId')}::text[], ${column('name')}::text[], ${column('foldedName')}::text[], ${column('sortKey')}::text[], ${column('nameTokens')}::text[],
      ${column('sealedIdNumber')}::text[], ${column('idNumberIndex')}::text[], ${column('sealedPhone')}::text[], ${column('phoneIndex')}::text[], ${column('birthDate')}::date[],
      ${column('organisationId')}::text[]) as told (id, name, folded_name, sort_key, tokens, sealed_id, id_index, sealed_phone, phone_index, birth_date, organisation_id)`.execute(tx);
}

/** New phones of people who were already there. */
export async function updatePhones({ tx, regionId }: Call, phones: readonly { personId: string; sealedPhone: string; phoneIndex: string }[]): Promise<void> {
  if (phones.length === 0) return;
  await sql`update person set sealed_phone = told.sealed, phone_index = told.index
    from unnest(${phones.map((each) => each.personId)}::text[], ${phones.map((each) => each.sealedPhone)}::text[], ${phones.map((each) => each.phoneIndex)}::text[]) as told (id, sealed, index)
    where region_id = ${regionId} and person.id = told.id`.execute(tx);
}

/** Marks that something about these people has changed, so that entitlements are judged again. */
export const touchPeople = ({ tx, regionId, clock }: Call, personIds: readonly string[]) =>
  sql`update person set facts_changed_at = ${clock.now()}::timestamptz where region_id = ${regionId} and id = any(${personIds})`.execute(tx);

/** Locks people in the order of their ids, so that two writers wait for one another and never in a ring. */
export const lockPeople = ({ tx, regionId }: Call, personIds: readonly string[]) =>
  sql`select id from person where region_id = ${regionId} and id = any(${personIds}) order by id for update`.execute(tx);

/** Stamps the withdrawal of consent; undefined when it was withdrawn before. */
export const stampConsentWithdrawn = ({ tx, regionId, clock }: Call, personId: string) =>
  tx.updateTable('person').set({ consent_withdrawn_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', personId)
    .where('consent_withdrawn_at', 'is', null).returning('id').executeTakeFirst();

/** Points a merged record, and those merged into it before, at the one that stays, which takes the phone if it has none. */
export async function stampMerged({ tx, regionId }: Call, from: string, into: string): Promise<void> {
  await sql`update person set sealed_phone = gone.sealed_phone, phone_index = gone.phone_index from person gone
    where person.region_id = ${regionId} and person.id = ${into} and person.phone_index = '' and gone.region_id = ${regionId} and gone.id = ${from}`.execute(tx);
  await sql`update person set merged_into = ${into} where region_id = ${regionId} and (id = ${from} or merged_into = ${from})`.execute(tx);
}

/** What has already been entered for these causes. */
export async function selectEntries({ tx, regionId }: Call, causes: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ cause: string; person_id: string }>`select cause, person_id from person_entry where region_id = ${regionId} and cause = any(${causes})`.execute(tx);
  return new Map(found.rows.map((row) => [row.cause, row.person_id]));
}

/** Remembers for which cause a person was entered. */
export async function insertEntries({ tx, regionId, clock }: Call, entries: readonly { cause: string; personId: string }[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`insert into person_entry (region_id, cause, person_id, entered_at)
    select ${regionId}, cause, person_id, ${clock.now()}::timestamptz
    from unnest(${entries.map((entry) => entry.cause)}::text[], ${entries.map((entry) => entry.personId)}::text[]) as told (cause, person_id)`.execute(tx);
}
