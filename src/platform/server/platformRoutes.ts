import { platformContract } from '../domain/platformContract.ts';
import { changeRights, listAccounts, openAccount, reopenAccount, resetTotp, shutAccount } from './accounts.ts';
import { exportAudit, listAudit } from './auditTrail.ts';
import { showHealth } from './health.store.ts';
import { cancelJob, listJobs, showJob } from './jobAsk.ts';
import { serve } from './serve.ts';
import { changePassword, listDemoAccounts, signIn, signInAsDemo, signOut, whoAmI } from './signIn.ts';
import { verifyAudit } from './verifyAudit.ts';

/** Every route that belongs to no slice, with the function that answers it. */
export const platformRoutes = serve(platformContract, {
  signIn: ({ body }, call) => signIn(call, body),
  signInAsDemo: ({ body }, call) => signInAsDemo(call, body),
  demoAccounts: (_, call) => listDemoAccounts(call),
  signOut: (input, call) => signOut(call, input),
  me: (_, call) => whoAmI(call),
  changePassword: ({ body, session }, call) => changePassword(call, { ...body, session }),

  job: ({ params }, call) => showJob(call, params),
  cancelJob: ({ params }, call) => cancelJob(call, params),
  jobs: ({ query }, call) => listJobs(call, query),
  health: (_, call) => showHealth(call),

  accounts: ({ query }, call) => listAccounts(call, query),
  openAccount: ({ body }, call) => openAccount(call, body),
  changeRights: ({ params, body }, call) => changeRights(call, { ...params, ...body }),
  shutAccount: ({ params }, call) => shutAccount(call, params),
  reopenAccount: ({ params }, call) => reopenAccount(call, params),
  resetTotp: ({ params }, call) => resetTotp(call, params),

  audit: ({ query }, call) => listAudit(call, query),
  exportAudit: ({ query }, call) => exportAudit(call, query),
  verifyAudit: (_, call) => verifyAudit(call),
});
