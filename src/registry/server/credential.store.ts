import { sql, type Selectable } from 'kysely';
import type { Credential } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import { personInScope } from './scope.store.ts';

export type CredentialRow = Selectable<Credential>;

/** The next serial number of a prefix and year; the counter row makes issuers wait for one another. */
export async function nextSerial({ tx, regionId }: Call, prefix: string, year: number): Promise<number> {
  const { last } = await tx.insertInto('credential_counter').values({ region_id: regionId, prefix, year, last: 1 })
    .onConflict((oc) => oc.columns(['region_id', 'prefix', 'year']).doUpdateSet((eb) => ({ last: eb('credential_counter.last', '+', 1) }))).returning('last').executeTakeFirstOrThrow();
  return last;
}

/** Enters a certificate. */
export const insertCredential = ({ tx, regionId }: Call, row: Omit<CredentialRow, 'region_id' | 'revoked_on' | 'revoked_at' | 'revoked_by' | 'revoked_reason'>) =>
  tx.insertInto('credential').values({ ...row, region_id: regionId }).execute();

/** The certificate given for a cause. */
export const credentialFor = ({ tx, regionId }: Call, cause: string): Promise<CredentialRow | undefined> =>
  tx.selectFrom('credential').selectAll().where('region_id', '=', regionId).where('cause', '=', cause).executeTakeFirst();

/** A certificate by its number, whoever asks. */
export const credentialNumbered = ({ tx, regionId }: Call, number: string): Promise<CredentialRow | undefined> =>
  tx.selectFrom('credential').selectAll().where('region_id', '=', regionId).where('number', '=', number).executeTakeFirst();

/** A certificate by id, held until the transaction ends. */
export const lockCredential = ({ tx, regionId }: Call, id: string): Promise<CredentialRow | undefined> =>
  tx.selectFrom('credential').selectAll().where('region_id', '=', regionId).where('id', '=', id).forUpdate().executeTakeFirst();

const most = 200;

/** Certificates of people within the actor's scope, newest first. */
export async function credentialsInScope(call: Call, { cause }: { cause?: string | undefined } = {}): Promise<CredentialRow[]> {
  const found = await sql<CredentialRow>`select credential.* from credential
    join person holder on holder.region_id = credential.region_id and holder.id = credential.person_id
    join person on person.region_id = holder.region_id and person.id = coalesce(holder.merged_into, holder.id)
    where credential.region_id = ${call.regionId} and ${personInScope(call)} ${cause === undefined ? sql`` : sql`and credential.cause = ${cause}`}
    order by credential.issued_at desc, credential.number desc limit ${most}`.execute(call.tx);
  return found.rows;
}

/** Certificates that were revoked, newest first. */
export const revokedCredentials = ({ tx, regionId }: Call) =>
  tx.selectFrom('credential').select(['number', 'name', 'issued_on', 'revoked_on']).where('region_id', '=', regionId).where('revoked_on', 'is not', null)
    .orderBy('revoked_at', 'desc').limit(most).execute();

/** Stamps a certificate as taken back. */
export const stampRevoked = ({ tx, regionId, actor, clock }: Call, id: string, reason: string) =>
  tx.updateTable('credential').set({ revoked_on: clock.today(), revoked_at: clock.now(), revoked_by: actor.accountId, revoked_reason: reason }).where('region_id', '=', regionId).where('id', '=', id).execute();
