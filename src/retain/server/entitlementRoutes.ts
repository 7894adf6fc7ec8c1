import type { Functions } from '#platform/server/serve.ts';
import type { entitlementContract } from '../domain/entitlementContract.ts';
import { confirmEntitlement, declineEntitlement } from './answerEntitlement.ts';
import { exportEntitlements, exportLacking, exportUnlocks } from './exportEntitlements.ts';
import { listEntitlements, ownEntitlements, peopleLacking, rankUnlocks } from './readEntitlements.ts';

/** What the routes of entitlements do. */
export const entitlementRoutes: Functions<typeof entitlementContract> = {
  ownEntitlements: (_, call) => ownEntitlements(call),
  confirmEntitlement: ({ params }, call) => confirmEntitlement(call, params),
  declineEntitlement: ({ params }, call) => declineEntitlement(call, params),
  rankUnlocks: (_, call) => rankUnlocks(call),
  exportUnlocks: (_, call) => exportUnlocks(call),
  peopleLacking: ({ query }, call) => peopleLacking(call, query),
  exportLacking: ({ query }, call) => exportLacking(call, query),
  listEntitlements: ({ query }, call) => listEntitlements(call, query),
  exportEntitlements: ({ query }, call) => exportEntitlements(call, query),
};
