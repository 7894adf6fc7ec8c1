import { randomBytes } from 'node:crypto';
import { no, yes, type Answer, type Refusal } from '../domain/answer.ts';
import type { Actor, Role } from '../domain/actor.ts';
import { liveJobOf } from './job.store.ts';
import { actorFrom, demoAccounts, findAccount, findBySignInName, updateAccount, type AccountRow } from './account.store.ts';
import { audit } from './audit.ts';
import type { App, Call } from './call.ts';
import { enterRegion } from './database.ts';
import { organisationName } from './organisationName.ts';
import { hashPassword, passwordFits } from './password.ts';
import { deleteSession, deleteSessionsOf, failedTries, findSession, insertSession, insertTry, sessionHours } from './session.store.ts';
import { totpStep } from './totp.ts';

const cookieName = 'xinglin_session';
const mostFailures = 5;
const failureMinutes = 15;

/** A session that was opened: the role it gives and the cookie that carries it. */
export type Opened = { role: Role; name: string; setCookie: { name: string; value: string; maxAge: number } };

/** Signs in. An unknown name, a wrong password and a shut account get one and the same refusal. */
export async function signIn(call: Call, { signInName, password, code }: { signInName: string; password: string; code?: string | undefined }): Promise<Answer<Opened>> {
  const { tx, clock } = call;
  const since = new Date(clock.now().getTime() - failureMinutes * 60_000);
  if (await failedTries(tx, signInName, since) >= mostFailures) return no('tooManyTries', { params: { minutes: failureMinutes } });
  const account = await findBySignInName(tx, signInName);
  if (!(await passwordFits(account?.password_hash, password)) || !account) return failed(call, signInName, no('signInRefused'));
  const coded = await codeFits(call, account, code);
  if (!coded.ok) return code ? failed(call, signInName, coded) : coded;
  return openSession(call, account);
}

async function failed({ tx, regionId, clock, newId }: Call, signInName: string, refusal: Refusal): Promise<Refusal> {
  await insertTry(tx, { region_id: regionId, id: newId('try'), sign_in_name: signInName, succeeded: false, tried_at: clock.now() });
  return refusal;
}

/** A one-time code is good once: its period must be later than the last one used. */
async function codeFits({ tx, crypto, clock }: Call, account: AccountRow, code: string | undefined): Promise<Answer<true>> {
  if (!account.totp_secret) return yes(true);
  if (!code) return no('codeNeeded', { field: 'code' });
  const step = totpStep(crypto.open(account.totp_secret), code, clock.now());
  if (step === undefined || step <= (account.totp_last_step ?? 0)) return no('signInRefused');
  await updateAccount(tx, account.region_id, account.id, { totp_last_step: step });
  return yes(true);
}

async function openSession(call: Call, account: AccountRow): Promise<Answer<Opened>> {
  const { tx, clock, newId } = call;
  const token = randomBytes(32).toString('base64url');
  await enterRegion(tx, account.region_id);
  await insertTry(tx, { region_id: account.region_id, id: newId('try'), sign_in_name: account.sign_in_name, succeeded: true, tried_at: clock.now() });
  await insertSession(tx, account, token, clock.now());
  const actor = actorFrom(account);
  await audit({ ...call, actor, regionId: actor.regionId }, { act: 'account.signIn', subject: account.id });
  return yes({ role: actor.role, name: account.display_name, setCookie: { name: cookieName, value: token, maxAge: sessionHours * 3600 } });
}

/** Ends the session it came with. */
export async function signOut({ tx }: Call, { session }: { session?: string | undefined }): Promise<Answer<{ setCookie: Opened['setCookie'] }>> {
  if (session) await deleteSession(tx, session);
  return yes({ setCookie: { name: cookieName, value: '', maxAge: 0 } });
}

/** Who a session token stands for. Rights that changed since it was opened end it, with their own words. */
export async function actorOf(app: App, token: string): Promise<Answer<Actor>> {
  const found = await findSession(app.db, token, app.clock.now());
  if (!found) return no('signInNeeded');
  return !found.shut_at && found.session_rights_version === found.rights_version ? yes(actorFrom(found)) : no('rightsChanged');
}

/** The people anybody may try the demonstration as. */
export async function listDemoAccounts({ tx, production, regions }: Call) {
  if (production) return no('notFound');
  const rows = await demoAccounts(tx);
  const running = await liveJobOf(tx, 'demo.later');
  return yes({ telling: running ? { done: running.progress_done, total: running.progress_total } : null, accounts: rows.map((row) => {
    const region = regions.get(row.region_id);
    return {
      accountId: row.id, name: row.display_name, role: actorFrom(row).role, regionId: row.region_id,
      regionName: region?.name ?? '', organisationName: region ? organisationName(region, row.organisation_id) : '',
    };
  }) });
}

/** Signs in as a person of the demonstration without a password; production knows no such door. */
export async function signInAsDemo(call: Call, { accountId }: { accountId: string }): Promise<Answer<Opened>> {
  const account = call.production ? undefined : (await demoAccounts(call.tx)).find((row) => row.id === accountId);
  return account ? openSession(call, account) : no('notFound');
}

/** Changes one's own password; every other session of the account ends. */
export async function changePassword(call: Call, { old, fresh, session }: { old: string; fresh: string; session?: string | undefined }): Promise<Answer<Record<string, never>>> {
  const { tx, actor, clock } = call;
  const account = await findAccount(tx, actor.regionId, actor.accountId);
  if (!account) return no('notFound');
  if (await failedTries(tx, account.sign_in_name, new Date(clock.now().getTime() - failureMinutes * 60_000)) >= mostFailures) return no('tooManyTries', { params: { minutes: failureMinutes } });
  if (!(await passwordFits(account.password_hash, old))) return failed(call, account.sign_in_name, no('passwordWrong', { field: 'old' }));
  await updateAccount(tx, account.region_id, account.id, { password_hash: await hashPassword(fresh) });
  await deleteSessionsOf(tx, account.region_id, account.id, session);
  await audit(call, { act: 'account.changePassword', subject: account.id });
  return yes({});
}

/** Who is signed in, in words. */
export async function whoAmI({ tx, actor, region, clock }: Call) {
  const account = actor.accountId ? await findAccount(tx, actor.regionId, actor.accountId) : undefined;
  return yes({
    actor, name: account?.display_name ?? '', organisationName: organisationName(region, actor.organisationId), regionName: region.name, today: clock.today(), demo: account?.demo ?? false,
  });
}
