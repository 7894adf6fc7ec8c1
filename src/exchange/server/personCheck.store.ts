import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** Somebody who works elsewhere and whom an institution's roster names. */
export type AskedCheck = { id: string; personId: string; organisationId: string; importId: string; fromDay: string; post: string };

export type OpenCheck = { checkId: string; personId: string; organisationId: string; fromDay: string; post: string; askedAt: Date };

/** Asks the bureau, once for each person and institution. */
export const insertChecks = ({ tx, regionId, actor, clock }: Call, asked: readonly AskedCheck[]) =>
  asked.length === 0 ? Promise.resolve() : tx.insertInto('person_check').values(asked.map((each) => ({
    region_id: regionId, id: each.id, person_id: each.personId, organisation_id: each.organisationId, import_id: each.importId, from_day: each.fromDay, post: each.post,
    state: 'open', asked_by: actor.accountId, asked_at: clock.now(),
  }))).onConflict((conflict) => conflict.columns(['region_id', 'person_id', 'organisation_id']).where('state', '=', 'open').doNothing()).execute();

const open = ({ tx, regionId }: Call) => tx.selectFrom('person_check').where('region_id', '=', regionId).where('state', '=', 'open')
  .select(['id as checkId', 'person_id as personId', 'organisation_id as organisationId', 'from_day as fromDay', 'post', sql<Date>`asked_at`.as('askedAt')]);

/** What waits for the bureau, oldest first. */
export const openChecks = (call: Call): Promise<OpenCheck[]> => open(call).orderBy('id').limit(200).execute();

export const lockCheck = (call: Call, checkId: string): Promise<OpenCheck | undefined> => open(call).where('id', '=', checkId).forUpdate().executeTakeFirst();

export const stampCheck = ({ tx, regionId, actor, clock }: Call, checkId: string, state: 'moved' | 'kept') =>
  tx.updateTable('person_check').set({ state, settled_by: actor.accountId, settled_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', checkId).execute();
