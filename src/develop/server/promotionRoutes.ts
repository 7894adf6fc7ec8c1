import { serve } from '#platform/server/serve.ts';
import { promotionContract } from '../domain/promotionContract.ts';
import { exportCohort, listCohort, viewCohort } from './cohort.ts';
import { ownPromotion, tryPromotion } from './ownPromotion.ts';

/** What the routes of promotion do. */
export const promotionRoutes = serve(promotionContract, {
  ownPromotion: (_, call) => ownPromotion(call),
  tryPromotion: ({ body }, call) => tryPromotion(call, body),
  viewCohort: (_, call) => viewCohort(call),
  listCohort: ({ query }, call) => listCohort(call, query),
  exportCohort: (_, call) => exportCohort(call),
});
