import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { DB, LedgerAccount } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

/** An account as it stands, with what it is for. */
export type Account = Selectable<LedgerAccount>;

export const findAccount = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('ledger_account').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

/** The accounts of the region, or of one pool. */
export const allAccounts = ({ tx, regionId }: Call, pool?: string) =>
  tx.selectFrom('ledger_account').selectAll().where('region_id', '=', regionId).$if(pool !== undefined, (query) => query.where('pool', '=', pool ?? '')).orderBy('id').execute();

export const insertAccount = async ({ tx, regionId, clock }: Call, account: {
  id: string; pool: string; title: string; unit: string; organisationId: string; document: string; side: 'free' | 'used' | 'outside'; parentId: string | null; loans: boolean;
}) => {
  const { organisationId: organisation_id, parentId: parent_id, ...rest } = account;
  await tx.insertInto('ledger_account').values({ ...rest, region_id: regionId, organisation_id, parent_id, opened_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).execute();
};

/**
 * Locks the accounts of legs, every pool before its institutions and then by id, and gives them by id. One order for every act:
 * a hold (pool, institution), a post, a give-back and two loans in opposite directions then never wait for each other in a ring.
 * No-key locks: the database itself looks at a parent's key when a child is written twice, and must not wait for that.
 */
export async function lockAccounts({ tx, regionId }: Call, legs: readonly { from: string; to: string }[]): Promise<Map<string, Account>> {
  const ids = [...new Set(legs.flatMap(({ from, to }) => [from, to]))];
  const locked = await tx.selectFrom('ledger_account').selectAll().where('region_id', '=', regionId).where('id', 'in', ids)
    .orderBy(sql`parent_id is not null`).orderBy('id').forNoKeyUpdate().execute();
  return new Map(locked.map((account) => [account.id, account]));
}

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

type NewTransfer = { cause: string; leg: number; from: string; to: string; amount: number; until: Date | undefined; note?: string | undefined; link?: string | undefined; returnOn?: string | undefined };

export const insertTransfer = (call: Call, leg: NewTransfer) =>
  call.tx.insertInto('ledger_transfer').values({
    region_id: call.regionId, id: call.newId('trf'), cause: leg.cause, leg: leg.leg, from_id: leg.from, to_id: leg.to, amount: leg.amount, state: 'held',
    made_by: call.actor.accountId, made_at: call.clock.now(), held_until: leg.until ?? null,
    note: leg.note ?? '', link: leg.link ?? '', return_on: leg.returnOn ?? null,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();

/** The legs of a cause: the institution's first, then its parent's. */
export const findLegs = ({ tx, regionId }: Call, cause: string) =>
  tx.selectFrom('ledger_transfer').selectAll().where('region_id', '=', regionId).where('cause', '=', cause).orderBy('leg').execute();

/** The legs of a cause as they stand once their accounts are locked; none moves until the caller is done. */
export async function lockLegs(call: Call, cause: string) {
  const legs = await findLegs(call, cause);
  if (legs.length === 0) return legs;
  await lockAccounts(call, legs.map((leg) => ({ from: leg.from_id, to: leg.to_id })));
  return findLegs(call, cause);
}

export const endLeg = ({ tx, regionId, clock }: Call, id: string, state: 'posted' | 'voided' | 'expired') =>
  tx.updateTable('ledger_transfer').set(state === 'posted' ? { state, posted_at: clock.now() } : { state, ended_at: clock.now() })
    .where('region_id', '=', regionId).where('id', '=', id).execute();

export const noteGivenBack = ({ tx, regionId }: Call, id: string, amount: number) =>
  tx.updateTable('ledger_transfer').set({ given_back: sql`given_back + ${amount}` }).where('region_id', '=', regionId).where('id', '=', id).execute();

export const causesExpired = async ({ tx, regionId, clock }: Call) =>
  (await tx.selectFrom('ledger_transfer').select('cause').distinct().where('region_id', '=', regionId).where('state', '=', 'held').where('held_until', '<=', clock.now()).orderBy('cause').execute())
    .map((row) => row.cause);

/** What every account had, held, and had lent on balance at the end of a day, from the transfers alone. */
export const balancesAt = async ({ tx, regionId }: Call, end: Date, pool?: string) => {
  const found = await sql<{ id: string; balance: number; held: number; lent: number }>`
    select a.id, coalesce(moved.balance, 0)::bigint as balance, coalesce(moved.held, 0)::bigint as held, coalesce(moved.lent, 0)::bigint as lent
    from ledger_account a left join lateral (
      select
        sum(case when t.posted_at < ${end} then case when t.to_id = a.id then t.amount else -t.amount end end) as balance,
        sum(case when t.from_id = a.id and t.made_at < ${end} and coalesce(t.posted_at, t.ended_at, 'infinity') >= ${end} then t.amount end) as held,
        sum(case when t.posted_at < ${end} and other.side = 'free' then case when t.from_id = a.id then t.amount else -t.amount end end) as lent
      from ledger_transfer t
      join ledger_account other on other.region_id = t.region_id and other.id = case when t.to_id = a.id then t.from_id else t.to_id end
      where t.region_id = a.region_id and (t.from_id = a.id or t.to_id = a.id)
    ) moved on true
    where a.region_id = ${regionId} and (${pool ?? null}::text is null or a.pool = ${pool ?? null}) order by a.id`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
};

const ofAccounts = (accounts: readonly string[]) => (eb: ExpressionBuilder<DB, 'ledger_transfer'>) => eb.or([eb('from_id', 'in', accounts), eb('to_id', 'in', accounts)]);

const firstLegs = ({ tx, regionId }: Call, accounts: readonly string[]) =>
  tx.selectFrom('ledger_transfer').selectAll().where('region_id', '=', regionId).where('leg', '=', 0).where(ofAccounts(accounts));

/** What moved last on any of the accounts, up to an instant. */
export const latestTransfers = (call: Call, { accounts, end, limit }: { accounts: readonly string[]; end: Date; limit: number }) =>
  accounts.length ? firstLegs(call, accounts).where('made_at', '<', end).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute() : [];

/** Live holds on the accounts, the one that ends first at the head. */
export const liveHolds = (call: Call, { accounts, limit }: { accounts: readonly string[]; limit: number }) =>
  accounts.length ? firstLegs(call, accounts).where('state', '=', 'held').orderBy(sql`held_until nulls last`).orderBy('made_at').orderBy('id').limit(limit).execute() : [];

const openLoans = ({ tx, regionId }: Call) =>
  tx.selectFrom('ledger_transfer').where('region_id', '=', regionId).where('leg', '=', 0).where('state', '=', 'posted').where('return_on', 'is not', null)
    .whereRef('given_back', '<', 'amount');

/** Loans not yet returned whose day of return is over. */
export const loansDue = async (call: Call): Promise<string[]> =>
  (await openLoans(call).select('id').where('return_on', '<', call.clock.today()).orderBy('id').execute()).map((row) => row.id);

/** The cause of a loan not yet returned. */
export const causeOfLoan = async (call: Call, transferId: string): Promise<string | undefined> =>
  (await openLoans(call).select('cause').where('id', '=', transferId).executeTakeFirst())?.cause;
