import { no, yes, type Answer } from '../domain/answer.ts';
import type { Role } from '../domain/actor.ts';
import type { AccountView } from '../domain/platformContract.ts';
import { accountRows, actorFrom, findAccount, findAdminSeat, findBySignInName, insertAccount, updateAccount, type AccountRow } from './account.store.ts';
import { audit } from './audit.ts';
import type { Call } from './call.ts';
import { organisationName, placedOrganisations } from './organisationName.ts';
import { hashPassword } from './password.ts';
import type { Region } from './regionFiles.ts';
import { deleteSessionsOf } from './session.store.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** What opens an account; without a password only the demonstration's door leads in. */
export type NewAccount = {
  signInName: string; name: string; role: Role; password?: string | undefined; personId?: string | undefined;
  organisationId?: string | undefined; organisationPath?: string | undefined; demo?: boolean | undefined;
};

const adminSeats: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditor'];

/** Opens an account and gives its id. */
export async function openAccount(call: Call, input: NewAccount): Promise<Answer<{ id: string }>> {
  const { tx, regionId, region, clock } = call;
  const { signInName, name, role, password, personId = '', organisationId = '', demo = false } = input;
  if (await findBySignInName(tx, signInName)) return no('signInNameTaken', { field: 'signInName' });
  const seat = await seatFree(call, role, personId);
  if (!seat.ok) return seat;
  const path = input.organisationPath ?? pathOf(region, organisationId);
  if (path === undefined) return no('noSuchOrganisation', { field: 'organisationId' });
  const id = call.newId('acc');
  await insertAccount(tx, {
    region_id: regionId, id, sign_in_name: signInName, display_name: name, role, person_id: personId, organisation_id: organisationId, organisation_path: path,
    password_hash: password ? await hashPassword(password) : '', demo, opened_at: clock.now(),
  });
  await audit(call, { act: 'account.open', subject: id, detail: { role } });
  return yes({ id });
}

/** System, security and audit administration are three people (三员分立). */
async function seatFree({ tx, regionId }: Call, role: Role, personId: string, accountId = ''): Promise<Answer<true>> {
  if (!adminSeats.includes(role) || personId === '') return yes(true);
  const seat = await findAdminSeat(tx, regionId, personId);
  return seat && seat.id !== accountId ? no('adminSeatTaken', { field: 'role', fact: seat.sign_in_name }) : yes(true);
}

const pathOf = (region: Region, organisationId: string): string | undefined =>
  organisationId === '' ? '' : placedOrganisations(region).find((placed) => placed.id === organisationId)?.path;

/** Gives an account another role or organisation; whoever is signed in with it must sign in again. */
export async function changeRights(call: Call, { id, role, organisationId }: { id: string; role: Role; organisationId: string }): Promise<Answer<{ id: string }>> {
  const { tx, regionId, region, actor } = call;
  if (id === actor.accountId) return no('ownRights');
  const account = await findAccount(tx, regionId, id);
  if (!account) return no('notFound');
  const seat = await seatFree(call, role, account.person_id, id);
  if (!seat.ok) return seat;
  const path = pathOf(region, organisationId);
  if (path === undefined) return no('noSuchOrganisation', { field: 'organisationId' });
  await updateAccount(tx, regionId, id, { role, organisation_id: organisationId, organisation_path: path, rights_version: account.rights_version + 1 });
  await audit(call, { act: 'account.changeRights', subject: id, detail: { from: account.role, to: role, organisation: organisationId } });
  return yes({ id });
}

/** Shuts an account and ends its sessions; what it did stays. */
export async function shutAccount(call: Call, { id }: { id: string }): Promise<Answer<{ id: string }>> {
  const { tx, regionId, actor, clock } = call;
  if (id === actor.accountId) return no('ownRights');
  const account = await findAccount(tx, regionId, id);
  if (!account) return no('notFound');
  if (account.shut_at) return yes({ id });
  await updateAccount(tx, regionId, id, { shut_at: clock.now(), rights_version: account.rights_version + 1 });
  await deleteSessionsOf(tx, regionId, id);
  await audit(call, { act: 'account.shut', subject: id });
  return yes({ id });
}

/** Opens a shut account again. */
export async function reopenAccount(call: Call, { id }: { id: string }): Promise<Answer<{ id: string }>> {
  const account = await findAccount(call.tx, call.regionId, id);
  if (!account) return no('notFound');
  const seat = await seatFree(call, actorFrom(account).role, account.person_id, id);
  if (!seat.ok) return seat;
  await updateAccount(call.tx, call.regionId, id, { shut_at: null });
  await audit(call, { act: 'account.reopen', subject: id });
  return yes({ id });
}

/** Makes a new secret for one-time codes; it is shown once and kept sealed. */
export async function resetTotp(call: Call, { id }: { id: string }): Promise<Answer<{ uri: string; secret: string }>> {
  const { tx, regionId, crypto } = call;
  const account = await findAccount(tx, regionId, id);
  if (!account) return no('notFound');
  const secret = newTotpSecret();
  await updateAccount(tx, regionId, id, { totp_secret: crypto.seal(secret), totp_last_step: null });
  await deleteSessionsOf(tx, regionId, id);
  await audit(call, { act: 'account.resetTotp', subject: id });
  return yes({ uri: totpUri(secret, account.sign_in_name), secret });
}

/** Accounts of the region, a page at a time. */
export async function listAccounts({ tx, regionId, region }: Call, query: { role?: Role | undefined; text?: string | undefined; after?: string | undefined; limit: number }) {
  const rows = await accountRows(tx, regionId, { ...query, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  return yes({ rows: shown.map((row) => viewOf(region, row)), next: rows.length > query.limit ? shown.at(-1)?.sign_in_name ?? null : null });
}

const viewOf = (region: Region, row: AccountRow): AccountView => ({
  id: row.id, signInName: row.sign_in_name, name: row.display_name, role: actorFrom(row).role, organisationId: row.organisation_id,
  organisationName: organisationName(region, row.organisation_id), personId: row.person_id, totp: row.totp_secret !== null, demo: row.demo,
  rightsVersion: row.rights_version, openedAt: row.opened_at, shutAt: row.shut_at,
});
