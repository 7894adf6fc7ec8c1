import type { Functions } from '#platform/server/serve.ts';
import type { promotionContract } from '../domain/promotionContract.ts';
import { exportCohort, listCohort, viewCohort } from './cohort.ts';
import { ownPromotion, tryPromotion } from './ownPromotion.ts';

/** What the routes of promotion do. */
export const promotionRoutes: Functions<typeof promotionContract> = {
  ownPromotion: (_, call) => ownPromotion(call),
  tryPromotion: ({ body }, call) => tryPromotion(call, body),
  viewCohort: (_, call) => viewCohort(call),
  listCohort: ({ query }, call) => listCohort(call, query),
  exportCohort: (_, call) => exportCohort(call),
};
