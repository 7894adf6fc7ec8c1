import { sql, type Selectable } from 'kysely';
import type { Objection } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { Recheck } from '../domain/contract.ts';

export type ObjectionRow = Selectable<Objection>;

/** Objections to a case, oldest first. */
export const objectionsTo = ({ tx, regionId }: Call, caseId: string): Promise<ObjectionRow[]> =>
  tx.selectFrom('objection').selectAll().where('region_id', '=', regionId).where('case_id', '=', caseId).orderBy('id').execute();

/** How many objections to a case still wait for an answer. */
export async function countOpenObjections({ tx, regionId }: Call, caseId: string): Promise<number> {
  const { n } = await tx.selectFrom('objection').select((eb) => eb.fn.countAll<number>().as('n'))
    .where('region_id', '=', regionId).where('case_id', '=', caseId).where('answered_at', 'is', null).executeTakeFirstOrThrow();
  return n;
}

/** Enters an objection; the contact is kept sealed. */
export const addObjection = ({ tx, regionId, clock, actor, crypto }: Call, { id, caseId, content, contact, dueAt }: { id: string; caseId: string; content: string; contact: string; dueAt: Date }) =>
  tx.insertInto('objection').values({
    region_id: regionId, id, case_id: caseId, content, raised_by: actor.accountId, contact_sealed: contact === '' ? '' : crypto.seal(contact), raised_at: clock.now(), due_at: dueAt,
  }).execute();

/** An objection, held until the transaction ends. */
export const lockObjection = ({ tx, regionId }: Call, id: string): Promise<ObjectionRow | undefined> =>
  tx.selectFrom('objection').selectAll().where('region_id', '=', regionId).where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds what looking again found. */
export const addRecheck = ({ tx, regionId }: Call, id: string, found: Recheck) =>
  tx.updateTable('objection').set((eb) => ({ rechecks: sql`${eb.ref('rechecks')} || ${JSON.stringify([found])}::jsonb` })).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Whether an objection to a case was upheld: its result falls. */
export async function hasUpheldObjection({ tx, regionId }: Call, caseId: string): Promise<boolean> {
  return (await tx.selectFrom('objection').select('id').where('region_id', '=', regionId).where('case_id', '=', caseId).where('upheld', '=', true).executeTakeFirst()) !== undefined;
}

/** Closes an objection with its answer, and says whether the result stands. */
export const closeObjection = ({ tx, regionId, clock, actor }: Call, id: string, { answer, upheld }: { answer: string; upheld: boolean }) =>
  tx.updateTable('objection').set({ answer, upheld, effect: upheld ? 'falls' : 'stands', answered_by: actor.accountId, answered_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', id).execute();
