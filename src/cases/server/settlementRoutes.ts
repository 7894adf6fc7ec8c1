import type { Functions } from '#platform/server/serve.ts';
import type { settlementContract } from '../domain/settlementContract.ts';
import { recheckObjection } from './recheckObjection.ts';
import { previewSettlement, settleRound } from './settleRound.ts';

/** The routes by which a meeting's result reaches its cases. */
export const settlementRoutes: Functions<typeof settlementContract> = {
  previewSettlement: ({ params }, call) => previewSettlement(call, params),
  settleRound: ({ params, body }, call) => settleRound(call, { ...params, ...body }),
  recheckObjection: ({ params, body }, call) => recheckObjection(call, { ...params, ...body }),
};
