import { createHash } from 'node:crypto';
import type { AccountRow } from './account.store.ts';
import type { Db } from './database.ts';

/** How long a session lasts without signing in again. */
export const sessionHours = 12;

/** Only a fingerprint of the token is kept: who reads the table cannot become anybody. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Keeps a new session of an account and forgets its lapsed ones. */
export async function insertSession(db: Db, account: AccountRow, token: string, now: Date): Promise<void> {
  await db.deleteFrom('session').where('region_id', '=', account.region_id).where('account_id', '=', account.id).where('expires_at', '<=', now).execute();
  await db.insertInto('session').values({
    token_hash: tokenHash(token), region_id: account.region_id, account_id: account.id, rights_version: account.rights_version,
    opened_at: now, expires_at: new Date(now.getTime() + sessionHours * 3_600_000),
  }).execute();
}

/** The session of a token with its account, if it has not lapsed. */
export const findSession = (db: Db, token: string, now: Date) =>
  db.selectFrom('session').innerJoin('account', (join) => join.onRef('account.region_id', '=', 'session.region_id').onRef('account.id', '=', 'session.account_id'))
    .selectAll('account').select('session.rights_version as session_rights_version')
    .where('token_hash', '=', tokenHash(token)).where('expires_at', '>', now).executeTakeFirst();

export const deleteSession = (db: Db, token: string) => db.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute();

/** Ends all sessions of an account, except the one of a token where given. */
export const deleteSessionsOf = (db: Db, regionId: string, accountId: string, except = '') =>
  db.deleteFrom('session').where('region_id', '=', regionId).where('account_id', '=', accountId).where('token_hash', '!=', tokenHash(except)).execute();

/** Counts failed tries with a sign-in name since an instant, whether or not such an account exists. */
export async function failedTries(db: Db, signInName: string, since: Date): Promise<number> {
  const { count } = await db.selectFrom('sign_in_attempt').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sign_in_name', '=', signInName).where('succeeded', '=', false).where('tried_at', '>', since).executeTakeFirstOrThrow();
  return count;
}

export const insertTry = (db: Db, row: { region_id: string; id: string; sign_in_name: string; succeeded: boolean; tried_at: Date }) =>
  db.insertInto('sign_in_attempt').values(row).execute();
