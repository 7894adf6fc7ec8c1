import type { Call } from '#platform/server/call.ts';
import type { Input } from '#platform/server/serve.ts';
import type { sandboxContract } from '../domain/sandboxContract.ts';
import { policyDmn } from './policyDmn.ts';
import { listSandboxPeople } from './listSandboxPeople.ts';
import { slideSandbox } from './slideSandbox.ts';
import { trySandbox } from './trySandbox.ts';

type Routes = typeof sandboxContract;

/** What the routes of the sandbox do. */
export const sandboxRoutes = {
  trySandbox: ({ params, body }: Input<Routes['trySandbox']>, call: Call) => trySandbox(call, { ...params, ...body }),
  slideSandbox: ({ params, body }: Input<Routes['slideSandbox']>, call: Call) => slideSandbox(call, { ...params, ...body }),
  policyDmn: ({ params, query }: Input<Routes['policyDmn']>, call: Call) => policyDmn(call, { ...params, ...query }),
  listSandboxPeople: ({ params, body }: Input<Routes['listSandboxPeople']>, call: Call) => listSandboxPeople(call, { ...params, ...body }),
};
