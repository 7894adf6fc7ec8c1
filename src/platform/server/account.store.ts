import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Account } from '#db/types.ts';
import { Role, type Actor } from '../domain/actor.ts';
import type { Db } from './database.ts';

/** An account row as the database holds it. */
export type AccountRow = Selectable<Account>;

/** The actor that an account stands for. */
export const actorFrom = (row: AccountRow): Actor => ({
  accountId: row.id, personId: row.person_id, role: Role.parse(row.role), regionId: row.region_id, organisationId: row.organisation_id, organisationPath: row.organisation_path,
});

/** An account of a region, also when it is shut. */
export const findAccount = (db: Db, regionId: string, id: string) =>
  db.selectFrom('account').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

/** The actor of an open account, with the rights of today; undefined when there is none or it is shut. */
export async function accountActor(db: Db, regionId: string, id: string): Promise<Actor | undefined> {
  const row = await findAccount(db, regionId, id);
  return row && !row.shut_at ? actorFrom(row) : undefined;
}

/** The open account of a sign-in name; names are unique over all regions. */
export const findBySignInName = (db: Db, signInName: string) =>
  db.selectFrom('account').selectAll().where('sign_in_name', '=', signInName).where('shut_at', 'is', null).executeTakeFirst();

/** Accounts that anybody may try; there are none in production. */
export const demoAccounts = (db: Db) =>
  db.selectFrom('account').selectAll().where('demo', '=', true).where('shut_at', 'is', null).orderBy('region_id').orderBy('id').execute();

export const insertAccount = (db: Db, row: Insertable<Account>) => db.insertInto('account').values(row).execute();

export const updateAccount = (db: Db, regionId: string, id: string, change: Updateable<Account>) =>
  db.updateTable('account').set(change).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Accounts of a region by sign-in name, a page at a time. */
export const accountRows = (db: Db, regionId: string, { role, text, after, limit }: { role?: string; text?: string; after?: string; limit: number }) =>
  db.selectFrom('account').selectAll().where('region_id', '=', regionId)
    .$if(role !== undefined, (query) => query.where('role', '=', role ?? ''))
    .$if(text !== undefined, (query) => query.where((eb) => eb.or([eb('sign_in_name', 'like', `%${text}%`), eb('display_name', 'like', `%${text}%`)])))
    .$if(after !== undefined, (query) => query.where('sign_in_name', '>', after ?? ''))
    .orderBy('sign_in_name').limit(limit).execute();

/** The other administrator seat that a person holds in a region, if any (三员分立). */
export const findAdminSeat = (db: Db, regionId: string, personId: string) =>
  db.selectFrom('account').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId).where('shut_at', 'is', null)
    .where('role', 'in', ['systemAdmin', 'securityAdmin', 'auditor']).executeTakeFirst();
