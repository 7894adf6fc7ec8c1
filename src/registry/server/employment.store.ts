import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** A time during which a person worked at an organisation; `to` is its last day. */
export type Employment = { personId: string; organisationId: string; organisationName: string; organisationPath: string; post: string; from: string; to: string | null };

/** An employment to be written. */
export type NewEmployment = { employmentId: string; personId: string; organisationId: string; post: string; from: string; to: string | null };

/** Every employment of these people, oldest first. */
export async function employmentsOf({ tx, regionId }: Call, personIds: readonly string[]): Promise<Employment[]> {
  if (personIds.length === 0) return [];
  const found = await sql<Employment>`select person_id as "personId", organisation_id as "organisationId", organisation.name as "organisationName", path as "organisationPath",
      post, from_day as from, to_day as to
    from employment join organisation on organisation.region_id = employment.region_id and organisation.id = organisation_id
    where employment.region_id = ${regionId} and person_id = any(${personIds}) order by person_id, from_day`.execute(tx);
  return found.rows;
}

/** Writes employments: the open one at the same organisation goes on, or ends on the day now told; an open one elsewhere ends the day before. */
export async function insertEmployments(call: Call, employments: readonly NewEmployment[]): Promise<void> {
  if (employments.length === 0) return;
  const { tx, regionId, clock } = call;
  const people = employments.map((each) => each.personId);
  const told = sql`unnest(${employments.map((each) => each.employmentId)}::text[], ${people}::text[], ${employments.map((each) => each.organisationId)}::text[],
    ${employments.map((each) => each.post)}::text[], ${employments.map((each) => each.from)}::date[], ${employments.map((each) => each.to)}::date[])
    as told (id, person_id, organisation_id, post, from_day, to_day)`;
  await sql`update employment set to_day = greatest(coalesce(told.to_day, told.from_day - 1), employment.from_day) from ${told}
    where employment.region_id = ${regionId} and employment.person_id = any(${people}) and employment.person_id = told.person_id and employment.to_day is null
      and (employment.organisation_id = told.organisation_id) = (told.to_day is not null)`.execute(tx);
  await sql`insert into employment (region_id, id, person_id, organisation_id, post, from_day, to_day, recorded_at)
    select ${regionId}, id, person_id, organisation_id, post, from_day, to_day, ${clock.now()}::timestamptz from ${told}
    where not exists (select 1 from employment e where e.region_id = ${regionId} and e.person_id = any(${people}) and e.person_id = told.person_id
      and e.organisation_id = told.organisation_id and (e.to_day is null or e.to_day = told.to_day))`.execute(tx);
  await placePeople(call, people);
}

/** Renews the shadow: where each of these people works today. */
export const placePeople = ({ tx, regionId, clock }: Call, personIds: readonly string[]) =>
  sql`update person set organisation_id = place.organisation_id
    from (select told.id, (select organisation_id from employment e where e.region_id = ${regionId} and e.person_id = told.id and (e.to_day is null or e.to_day >= ${clock.today()}::date)
      order by from_day desc, id desc limit 1) as organisation_id from unnest(${personIds}::text[]) as told (id)) as place
    where region_id = ${regionId} and person.id = place.id and person.id = any(${personIds}) and person.organisation_id is distinct from place.organisation_id`.execute(tx);
