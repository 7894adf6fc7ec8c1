import { z } from 'zod';
import { Role, signedIn } from './actor.ts';
import { PageQuery, pageOf, route } from './contract.ts';
import type { Role as RoleName } from './actor.ts';

const everybody: RoleName[] = ['visitor', ...signedIn];
const Id = z.object({ id: z.string().max(80) });
const Done = z.object({ id: z.string() });
const SessionCookie = z.object({ name: z.string(), value: z.string(), maxAge: z.int() });
const SignedIn = z.object({ role: Role, name: z.string(), setCookie: SessionCookie.optional() });

const DemoAccount = z.object({ accountId: z.string(), name: z.string(), role: Role, regionId: z.string(), regionName: z.string(), organisationName: z.string() });

/** A long piece of work as its asker sees it. */
export const JobView = z.object({
  id: z.string(), kind: z.string(), state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int(),
  outcome: z.unknown(), failure: z.string().nullable(), attempts: z.int(), askedBy: z.string(), askedAt: z.date(), endedAt: z.date().nullable(),
});
export type JobView = z.infer<typeof JobView>;

/** An account as the security administrator sees it; no secret ever leaves. */
export const AccountView = z.object({
  id: z.string(), signInName: z.string(), name: z.string(), role: Role, organisationId: z.string(), organisationName: z.string(), personId: z.string(),
  totp: z.boolean(), demo: z.boolean(), rightsVersion: z.int(), openedAt: z.date(), shutAt: z.date().nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

/** What opens an account. */
export const OpenAccount = z.strictObject({
  signInName: z.string().trim().min(3).max(60).regex(/^[\w.@-]+$/), name: z.string().trim().min(1).max(50), role: Role.exclude(['visitor', 'clock']),
  password: z.string().min(10).max(200), personId: z.string().max(80).default(''), organisationId: z.string().max(80).default(''),
});
const Rights = z.strictObject({ role: Role.exclude(['visitor', 'clock']), organisationId: z.string().max(80).default('') });

/** A line of the audit trail. */
export const AuditLine = z.object({
  id: z.string(), at: z.date(), accountId: z.string(), role: z.string(), act: z.string(), subject: z.string(), detail: z.record(z.string(), z.unknown()), sealed: z.boolean(),
});
export type AuditLine = z.infer<typeof AuditLine>;

const AuditFilter = z.object({
  act: z.string().max(80).optional(), subject: z.string().max(120).optional(), account: z.string().max(80).optional(),
  from: z.iso.date().optional(), to: z.iso.date().optional(),
});

/** What checking the audit trail found; no problems means that nothing was changed, taken out or put in. */
export const Verification = z.object({
  entries: z.int(), heads: z.int(), sealedAt: z.date().nullable(), rootHash: z.string(),
  problems: z.array(z.object({ kind: z.enum(['changed', 'removed', 'inserted', 'headForged', 'headMissing']), position: z.int().nullable(), entryId: z.string() })),
});
export type Verification = z.infer<typeof Verification>;

const Health = z.object({
  schema: z.array(z.object({ name: z.string(), checksum: z.string(), runAt: z.date() })),
  regions: z.array(z.object({ id: z.string(), name: z.string(), openedAt: z.date() })),
  jobs: z.record(z.string(), z.int()),
  database: z.object({ version: z.string(), bytes: z.int(), connections: z.int() }),
  unsealedEntries: z.int(), now: z.date(),
});

/** Sign-in, accounts, jobs, audit and health: the routes that belong to no slice. */
export const platformContract = {
  signIn: route({ method: 'POST', path: '/api/sign-in', may: everybody, session: true, summary: 'Signs in with name, password and, for staff, the code of the day',
    body: z.strictObject({ signInName: z.string().trim().max(60), password: z.string().max(200), code: z.string().trim().max(10).optional() }), response: SignedIn }),
  signInAsDemo: route({ method: 'POST', path: '/api/sign-in/demo', may: everybody, session: true, summary: 'Signs in as a person of the demonstration; absent in production',
    body: z.strictObject({ accountId: z.string().max(80) }), response: SignedIn }),
  demoAccounts: route({ method: 'GET', path: '/api/sign-in/demo', may: everybody, summary: 'The people of the demonstration; absent in production', response: z.object({ accounts: z.array(DemoAccount), telling: z.object({ done: z.int(), total: z.int() }).nullable() }) }),
  signOut: route({ method: 'POST', path: '/api/sign-out', may: everybody, session: true, summary: 'Ends this session', response: z.object({ setCookie: SessionCookie.optional() }) }),
  me: route({ method: 'GET', path: '/api/me', may: everybody, summary: 'Who is signed in, where, and what day it is',
    response: z.object({
      actor: z.object({ accountId: z.string(), personId: z.string(), role: Role, regionId: z.string(), organisationId: z.string(), organisationPath: z.string() }),
      name: z.string(), organisationName: z.string(), regionName: z.string(), today: z.string(), demo: z.boolean(),
    }) }),
  changePassword: route({ method: 'POST', path: '/api/me/password', may: signedIn, session: true, summary: 'Changes one’s own password and ends all other sessions',
    body: z.strictObject({ old: z.string().max(200), fresh: z.string().min(10).max(200) }), response: z.object({}) }),

  job: route({ method: 'GET', path: '/api/jobs/:id', may: signedIn, summary: 'How far a job is, for the one who asked for it', params: Id, response: JobView }),
  cancelJob: route({ method: 'POST', path: '/api/jobs/:id/cancel', may: signedIn, summary: 'Stops a job that one asked for', params: Id, response: Done }),
  jobs: route({ method: 'GET', path: '/api/jobs', may: ['systemAdmin'], summary: 'All jobs of the region, newest first',
    query: PageQuery.extend({ state: JobView.shape.state.optional() }), response: pageOf(JobView.omit({ outcome: true })) }),
  health: route({ method: 'GET', path: '/api/health', may: ['systemAdmin'], summary: 'Schema, regions, queue and database', response: Health }),

  accounts: route({ method: 'GET', path: '/api/accounts', may: ['securityAdmin'], summary: 'Accounts of the region',
    query: PageQuery.extend({ role: Role.optional(), text: z.string().max(50).optional() }), response: pageOf(AccountView) }),
  openAccount: route({ method: 'POST', path: '/api/accounts', may: ['securityAdmin'], summary: 'Opens an account', body: OpenAccount, response: Done }),
  changeRights: route({ method: 'POST', path: '/api/accounts/:id/rights', may: ['securityAdmin'], summary: 'Gives an account another role or organisation; its sessions end', params: Id, body: Rights, response: Done }),
  shutAccount: route({ method: 'POST', path: '/api/accounts/:id/shut', may: ['securityAdmin'], summary: 'Shuts an account; its sessions end', params: Id, response: Done }),
  reopenAccount: route({ method: 'POST', path: '/api/accounts/:id/reopen', may: ['securityAdmin'], summary: 'Opens a shut account again', params: Id, response: Done }),
  resetTotp: route({ method: 'POST', path: '/api/accounts/:id/totp', may: ['securityAdmin'], session: true, summary: 'Makes a new one-time-code secret, shown once',
    params: Id, response: z.object({ uri: z.string(), secret: z.string() }) }),

  audit: route({ method: 'GET', path: '/api/audit', may: ['auditor'], summary: 'The audit trail, newest first', query: PageQuery.extend(AuditFilter.shape), response: pageOf(AuditLine) }),
  exportAudit: route({ method: 'GET', path: '/api/audit/export', may: ['auditor'], file: 'out', summary: 'The audit trail as CSV, at most 100,000 lines', query: AuditFilter, response: z.unknown() }),
  verifyAudit: route({ method: 'GET', path: '/api/audit/verification', may: ['auditor'], summary: 'Recomputes the whole trail and compares it with the heads kept outside the database', response: Verification }),
};
