import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** Somebody whom an institution wants on its roster although they are on another's. */
export type OpenCheck = {
  checkId: string; personId: string; name: string; toldName: string; organisationId: string; organisationName: string; fromOrganisationName: string; from: string; post: string; askedAt: Date;
};

/** Who is wanted where, as the institution wrote it. */
export type AskedCheck = { personId: string; organisationId: string; toldName: string; from: string; post: string };

/** Asks the bureau to check these people; asking again while it is open adds nothing. */
export async function askIdentityChecks({ tx, regionId, actor, clock, newId }: Call, asked: readonly AskedCheck[]): Promise<void> {
  if (asked.length === 0) return;
  await tx.insertInto('identity_check').values(asked.map((told) => ({
    region_id: regionId, id: newId('chk'), person_id: told.personId, organisation_id: told.organisationId, told_name: told.toldName, from_day: told.from, post: told.post,
    state: 'open', asked_by: actor.accountId, asked_at: clock.now(),
  }))).onConflict((conflict) => conflict.columns(['region_id', 'person_id', 'organisation_id']).where('state', '=', 'open').doNothing()).execute();
}

const shown = sql`select c.id as "checkId", c.person_id as "personId", p.name, c.told_name as "toldName", c.organisation_id as "organisationId", o.name as "organisationName",
  coalesce(h.name, '') as "fromOrganisationName", c.from_day as from, c.post, c.asked_at as "askedAt"
  from identity_check c join person p on p.region_id = c.region_id and p.id = c.person_id join organisation o on o.region_id = c.region_id and o.id = c.organisation_id
  left join organisation h on h.region_id = p.region_id and h.id = p.organisation_id`;

/** What waits for the bureau, oldest first. */
export async function selectOpenChecks({ tx, regionId }: Call): Promise<OpenCheck[]> {
  return (await sql<OpenCheck>`${shown} where c.region_id = ${regionId} and c.state = 'open' order by c.asked_at, c.id limit 200`.execute(tx)).rows;
}

/** One that waits, locked for its decision. */
export async function lockOpenCheck({ tx, regionId }: Call, checkId: string): Promise<OpenCheck | undefined> {
  return (await sql<OpenCheck>`${shown} where c.region_id = ${regionId} and c.id = ${checkId} and c.state = 'open' for update of c`.execute(tx)).rows[0];
}

/** Writes the decision. */
export const stampCheck = ({ tx, regionId, actor, clock }: Call, checkId: string, state: 'moved' | 'declined') =>
  tx.updateTable('identity_check').set({ state, decided_by: actor.accountId, decided_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', checkId).execute();
