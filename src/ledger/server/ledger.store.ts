import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

export type Account = { id: string; parent_id: string | null; balance: number; held: number; floor: number };

export const findAccount = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('ledger_account').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

export const allAccounts = ({ tx, regionId }: Call) => tx.selectFrom('ledger_account').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

export const insertAccount = async ({ tx, regionId, clock }: Call, account: {
  id: string; pool: string; title: string; unit: string; organisationId: string; document: string; side: 'free' | 'used' | 'outside'; parentId: string | null; loans: boolean;
}) => {
  const { organisationId: organisation_id, parentId: parent_id, ...rest } = account;
  await tx.insertInto('ledger_account').values({ ...rest, region_id: regionId, organisation_id, parent_id, opened_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).execute();
};

/**
 * Sets an amount aside if, and only if, it is there: the condition and the change are one statement, so two at once cannot both pass.
 * Gives false when the account does not hold enough.
 */
export async function setAside({ tx, regionId }: Call, id: string, amount: number): Promise<boolean> {
  const done = await tx.updateTable('ledger_account').set({ held: sql`held + ${amount}` })
    .where('region_id', '=', regionId).where('id', '=', id)
    .where((eb) => eb.or([eb('side', '=', 'outside'), eb(sql<number>`balance - held - ${amount}`, '>=', eb.ref('floor'))]))
    .returning('id').executeTakeFirst();
  return done !== undefined;
}

export const letGo = ({ tx, regionId }: Call, id: string, amount: number) =>
  tx.updateTable('ledger_account').set({ held: sql`held - ${amount}` }).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Moves what was set aside; the floor was kept when it was set aside. */
export async function moveHeld({ tx, regionId }: Call, from: string, to: string, amount: number): Promise<void> {
  await tx.updateTable('ledger_account').set({ balance: sql`balance - ${amount}`, held: sql`held - ${amount}` }).where('region_id', '=', regionId).where('id', '=', from).execute();
  await tx.updateTable('ledger_account').set({ balance: sql`balance + ${amount}` }).where('region_id', '=', regionId).where('id', '=', to).execute();
}

export const insertTransfer = (call: Call, leg: { cause: string; leg: number; from: string; to: string; amount: number; until: Date | undefined }) =>
  call.tx.insertInto('ledger_transfer').values({
    region_id: call.regionId, id: call.newId('trf'), cause: leg.cause, leg: leg.leg, from_id: leg.from, to_id: leg.to, amount: leg.amount, state: 'held',
    made_by: call.actor.accountId, made_at: call.clock.now(), held_until: leg.until ?? null,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();

/** The legs of a cause, locked: the institution's first, then its parent's. */
export const legsOf = ({ tx, regionId }: Call, cause: string) =>
  tx.selectFrom('ledger_transfer').selectAll().where('region_id', '=', regionId).where('cause', '=', cause).orderBy('leg').forUpdate().execute();

export const endLeg = ({ tx, regionId, clock }: Call, id: string, state: 'posted' | 'voided' | 'expired') =>
  tx.updateTable('ledger_transfer').set(state === 'posted' ? { state, posted_at: clock.now() } : { state, ended_at: clock.now() })
    .where('region_id', '=', regionId).where('id', '=', id).execute();

export const noteGivenBack = ({ tx, regionId }: Call, id: string, amount: number) =>
  tx.updateTable('ledger_transfer').set({ given_back: sql`given_back + ${amount}` }).where('region_id', '=', regionId).where('id', '=', id).execute();

export const causesExpired = async ({ tx, regionId, clock }: Call) =>
  (await tx.selectFrom('ledger_transfer').select('cause').distinct().where('region_id', '=', regionId).where('state', '=', 'held').where('held_until', '<=', clock.now()).orderBy('cause').execute())
    .map((row) => row.cause);

/** What every account held and had at the end of a day, from the transfers alone. */
export const balancesAt = async ({ tx, regionId }: Call, end: Date) => {
  const found = await sql<{ id: string; balance: number; held: number }>`
    select a.id,
      coalesce((select sum(case when t.to_id = a.id then t.amount else -t.amount end) from ledger_transfer t
        where t.region_id = a.region_id and (t.from_id = a.id or t.to_id = a.id) and t.posted_at < ${end}), 0)::bigint as balance,
      coalesce((select sum(t.amount) from ledger_transfer t where t.region_id = a.region_id and t.from_id = a.id and t.made_at < ${end}
        and (t.posted_at is null or t.posted_at >= ${end}) and (t.ended_at is null or t.ended_at >= ${end})), 0)::bigint as held
    from ledger_account a where a.region_id = ${regionId} order by a.id`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
};

export const latestTransfers = ({ tx, regionId }: Call, filter: { account?: string | undefined; held?: boolean; limit: number }) =>
  tx.selectFrom('ledger_transfer').selectAll().where('region_id', '=', regionId).where('leg', '=', 0)
    .$if(filter.account !== undefined, (query) => query.where((eb) => eb.or([eb('from_id', '=', filter.account ?? ''), eb('to_id', '=', filter.account ?? '')])))
    .$if(filter.held === true, (query) => query.where('state', '=', 'held').orderBy('held_until'))
    .orderBy('made_at', 'desc').orderBy('id').limit(filter.limit).execute();
