import { serve } from '#platform/server/serve.ts';
import { ledgerContract } from '../domain/contract.ts';
import './jobs.ts';
import { lend, returnLoan } from './lend.ts';
import { viewAccount } from './viewAccount.ts';
import { viewLedger } from './viewLedger.ts';

export const ledgerRoutes = serve(ledgerContract, {
  viewLedger: ({ query }, call) => viewLedger(call, query),
  viewAccount: ({ query }, call) => viewAccount(call, query),
  lendPlaces: ({ body }, call) => lend(call, { ...body, cause: call.newId('loan') }),
  returnPlaces: ({ params }, call) => returnLoan(call, params),
});
