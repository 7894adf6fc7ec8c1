import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import type { Standing } from '../domain/standing.ts';
import { listable } from './entitlement.store.ts';

/** Judgings of a region wait for one another, so that an older look at the facts never overwrites a newer one. */
export const lockJudging = ({ tx, regionId }: Call) => sql`select pg_advisory_xact_lock(hashtextextended(${`judging/${regionId}`}, 9))`.execute(tx);

/** Keeps where people stand now, in one statement. */
export async function keepStandings({ tx, regionId, clock }: Call, people: readonly { personId: string; standing: Standing }[]): Promise<void> {
  await sql`insert into standing (region_id, person_id, judged_on, judged_at, evidence, questions)
    select ${regionId}, person_id, ${clock.today()}::date, ${clock.now()}::timestamptz, evidence, questions
    from unnest(${people.map(({ personId }) => personId)}::text[], ${people.map(({ standing }) => JSON.stringify(standing.evidence))}::jsonb[], ${people.map(({ standing }) => JSON.stringify(standing.questions))}::jsonb[])
      as told (person_id, evidence, questions)
    on conflict (region_id, person_id) do update set judged_on = excluded.judged_on, judged_at = excluded.judged_at, evidence = excluded.evidence, questions = excluded.questions`.execute(tx);
}

/** Claims a day for judging everybody; false where somebody has. */
export async function claimDay({ tx, regionId, clock }: Call): Promise<boolean> {
  const claimed = await tx.insertInto('judging_day').values({ region_id: regionId, day: clock.today() }).onConflict((oc) => oc.doNothing()).returning('day').executeTakeFirst();
  return claimed !== undefined;
}

const openQuestions = (call: Call) => sql`select person.id as person_id, person.name, person.organisation_id, q ->> 'policy' as policy, q ->> 'result' as result, q -> 'missing' as missing
  from standing join person on person.region_id = standing.region_id and person.id = standing.person_id, jsonb_array_elements(standing.questions) q
  where standing.region_id = ${call.regionId} and ${listable(call)}`;

/** How many open answers hang on a missing fact: on it alone, and on it among others; and of how many people. */
export type UnlockRow = { fact: string; people: number; alone: number; among: number; aloneResults: { policy: string; result: string; people: number }[] };

/** The facts that are missing in the office's reach, those first that alone would settle most. */
export async function rankUnlocks(call: Call): Promise<UnlockRow[]> {
  const found = await sql<UnlockRow>`with open as (${openQuestions(call)}),
    lacking as (select person_id, policy, result, fact, jsonb_array_length(missing) = 1 as alone from open, jsonb_array_elements_text(missing) fact),
    settled as (select fact, policy, result, count(*)::int as people from lacking where alone group by fact, policy, result)
    select lacking.fact, count(distinct person_id)::int as people, count(*) filter (where alone)::int as alone, count(*) filter (where not alone)::int as among,
      coalesce((select jsonb_agg(jsonb_build_object('policy', s.policy, 'result', s.result, 'people', s.people) order by s.people desc, s.policy, s.result) from settled s where s.fact = lacking.fact), '[]') as "aloneResults"
    from lacking group by lacking.fact order by alone desc, people desc, lacking.fact`.execute(call.tx);
  return found.rows;
}

export type LackingPerson = { personId: string; name: string; organisationName: string; results: { policy: string; result: string; alone: boolean }[] };

/** Who lacks a fact and what would become clear for each; by name of the institution, then by id. */
export async function peopleLacking(call: Call, { fact, limit }: { fact: string; limit: number }): Promise<LackingPerson[]> {
  const found = await sql<LackingPerson>`with open as (${openQuestions(call)})
    select open.person_id as "personId", max(open.name) as name, coalesce(max(organisation.name), '') as "organisationName",
      jsonb_agg(jsonb_build_object('policy', policy, 'result', result, 'alone', jsonb_array_length(missing) = 1) order by jsonb_array_length(missing), policy, result) as results
    from open left join organisation on organisation.region_id = ${call.regionId} and organisation.id = open.organisation_id
    where missing ? ${fact} group by open.person_id order by "organisationName", open.person_id limit ${limit}`.execute(call.tx);
  return found.rows;
}

/** How many people have been judged in the office's reach, and when last. */
export async function judgedSoFar(call: Call): Promise<{ people: number; judgedOn: string | null }> {
  const found = await sql<{ people: number; judgedOn: string | null }>`select count(*)::int as people, max(judged_on) as "judgedOn" from standing
    join person on person.region_id = standing.region_id and person.id = standing.person_id where standing.region_id = ${call.regionId} and ${listable(call)}`.execute(call.tx);
  return found.rows[0] ?? { people: 0, judgedOn: null };
}
