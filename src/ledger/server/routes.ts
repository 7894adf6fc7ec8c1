import { serve } from '#platform/server/serve.ts';
import { ledgerContract } from '../domain/contract.ts';
import { lend } from './lend.ts';
import { viewAccount, viewLedger } from './viewLedger.ts';

export const ledgerRoutes = serve(ledgerContract, {
  viewLedger: ({ query }, call) => viewLedger(call, query.day),
  viewAccount: ({ query }, call) => viewAccount(call, query.id),
  lendPlaces: ({ body: { from, to, amount } }, call) => lend(call, { from, to, amount, cause: call.newId('loan') }),
});
