import { serve } from '#platform/server/serve.ts';
import { expertContract } from '../domain/expertContract.ts';
import { addExpert } from './addExpert.ts';
import { addAbsence, dismissExpert, endAbsence, tellAbsence } from './expertLeave.ts';
import { listExperts, viewExpert } from './expertPool.ts';
import { listConflicts } from './listConflicts.ts';
import { previewRenewals, renewExperts } from './renewExperts.ts';
import { listToldTies, tellTie, withdrawTie } from './tellTie.ts';

/** The routes of the expert pool and of declared relations. */
export const expertRoutes = serve(expertContract, {
  listExperts: ({ query }, call) => listExperts(call, query),
  addExpert: ({ body }, call) => addExpert(call, body),
  viewExpert: ({ params }, call) => viewExpert(call, params.expertId),
  previewRenewals: ({ body }, call) => previewRenewals(call, body),
  renewExperts: ({ body }, call) => renewExperts(call, body),
  addAbsence: ({ params, body }, call) => addAbsence(call, { ...params, ...body }),
  endAbsence: ({ params }, call) => endAbsence(call, params),
  dismissExpert: ({ params, body }, call) => dismissExpert(call, { ...params, ...body }),
  tellAbsence: ({ body }, call) => tellAbsence(call, body),
  listConflicts: ({ query }, call) => listConflicts(call, query),
  listToldTies: (_input, call) => listToldTies(call),
  tellTie: ({ body }, call) => tellTie(call, body),
  withdrawTie: ({ params }, call) => withdrawTie(call, params),
});
