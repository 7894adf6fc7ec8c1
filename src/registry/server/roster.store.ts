import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import type { NameQuery } from '../domain/nameTokens.ts';
import { tsQueryText } from '../domain/nameTokens.ts';
import { personInScope } from './scope.store.ts';

/** A line of a list of people. */
export type ListedPerson = { personId: string; name: string; sortKey: string; birthDate: string; organisationId: string; organisationName: string };

/** A page of the roster: by organisation, by facts in force, by name; `after` is the last line of the page before. */
export type RosterQuery = {
  organisationId?: string | undefined;
  name?: NameQuery | undefined;
  having: { kind: string; label: string }[];
  after?: { sortKey: string; personId: string } | undefined;
  limit: number;
};

const listed = sql`person.id as "personId", person.name, sort_key as "sortKey", birth_date as "birthDate", coalesce(person.organisation_id, '') as "organisationId",
  coalesce(organisation.name, '') as "organisationName"`;
const withOrganisation = sql`left join organisation on organisation.region_id = person.region_id and organisation.id = person.organisation_id`;
const shown = (call: Call) => sql`${personInScope(call)} and person.consent_withdrawn_at is null`;

// More than this many people of one name are not sorted: whoever sees so many types another character.
const searchCeiling = 200;

/** People whose name meets the query, within the actor's scope, in order of their names; at most `limit`, looked for among the first 200. */
export async function searchPeople(call: Call, query: NameQuery, limit: number): Promise<ListedPerson[]> {
  const found = await sql<ListedPerson>`with candidate as materialized (select person.* from person where ${named(query)} and ${shown(call)} limit ${searchCeiling})
    select ${listed} from candidate person ${withOrganisation} order by sort_key, person.id limit ${limit}`.execute(call.tx);
  return found.rows;
}

// Pairs may meet in the wrong order in a name that repeats a character, so a longer fragment is looked at again.
const named = (query: NameQuery) =>
  sql`name_tokens @@ ${tsQueryText(query)}::tsquery ${/^[^a-z0-9]{3,}$/.test(query.folded) ? sql`and position(${query.folded} in folded_name) > 0` : sql``}`;

const filtered = (call: Call, { organisationId, name, having }: RosterQuery) => sql`${shown(call)}
  ${organisationId ? sql`and person.organisation_id = ${organisationId}` : sql``} ${name ? sql`and ${named(name)}` : sql``}
  ${sql.join(having.map(({ kind, label }) => sql`and ${valueInForce(kind, call.clock.today())} = to_jsonb(${label}::text)`), sql` `)}`;

// The same order as inForceOn in domain/factTimeline.ts: weight, then the later start, then the later entry.
const valueInForce = (kind: string, date: string) => sql`(select f.value from person_fact f
  where f.region_id = person.region_id and f.person_id = person.id and f.kind = ${kind} and f.superseded_by is null and f.declined_at is null and f.valid_from <= ${date}::date and (f.valid_to is null or f.valid_to > ${date}::date)
  order by greatest(case f.source when 'authority' then 3 when 'self' then 1 else 2 end, case f.verified_as when 'authority' then 3 when 'institution' then 2 else 0 end) desc, f.valid_from desc, f.recorded_at desc, f.id desc limit 1)`;

/** A page of the roster in order of names. */
export async function selectRoster(call: Call, query: RosterQuery): Promise<ListedPerson[]> {
  const { after, limit } = query;
  const found = await sql<ListedPerson>`select ${listed} from person ${withOrganisation} where ${filtered(call, query)}
    ${after ? sql`and (sort_key, person.id) > (${after.sortKey}, ${after.personId})` : sql``} order by sort_key, person.id limit ${limit}`.execute(call.tx);
  return found.rows;
}

/** How many people a roster query counts. */
export async function countRoster(call: Call, query: RosterQuery): Promise<number> {
  const found = await sql<{ total: number }>`select count(*) as total from person where ${filtered(call, query)}`.execute(call.tx);
  return found.rows[0]?.total ?? 0;
}

/** People in scope by id, for going through everybody in portions, or only these. */
export async function peopleInScope(call: Call, { after = '', limit, organisationId, personIds }: { after?: string | undefined; limit: number; organisationId?: string | undefined; personIds?: readonly string[] | undefined }): Promise<ListedPerson[]> {
  const found = await sql<ListedPerson>`select ${listed} from person ${withOrganisation} where ${shown(call)} and person.id > ${after}
    ${organisationId ? sql`and person.organisation_id = ${organisationId}` : sql``} ${personIds ? sql`and person.id = any(${personIds})` : sql``} order by person.id limit ${limit}`.execute(call.tx);
  return found.rows;
}
