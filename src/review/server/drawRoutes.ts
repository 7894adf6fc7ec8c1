import { serve } from '#platform/server/serve.ts';
import { drawContract } from '../domain/drawContract.ts';
import { declineSeat } from './declineSeat.ts';
import { commitNumber, revealNumber, viewParty } from './drawParty.ts';
import { enterExternal, withdrawDraw } from './enterExternal.ts';
import { publishDraw } from './publishDraw.ts';
import { drawListFile, drawRecordFile, listDraws, viewDraw } from './viewDraw.ts';

export const drawRoutes = serve(drawContract, {
  listDraws: (_input, call) => listDraws(call),
  viewDraw: ({ params }, call) => viewDraw(call, params.drawId),
  drawListFile: ({ params }, call) => drawListFile(call, params.drawId),
  drawRecordFile: ({ params }, call) => drawRecordFile(call, params.drawId),
  viewParty: ({ params, body }, call) => viewParty(call, { ...params, ...body }),
  commitNumber: ({ params, body }, call) => commitNumber(call, { ...params, ...body }),
  revealNumber: ({ params, body }, call) => revealNumber(call, { ...params, ...body }),
  publishDraw: ({ params, body }, call) => publishDraw(call, { ...params, ...body }),
  enterExternal: ({ params, body }, call) => enterExternal(call, { ...params, ...body }),
  withdrawDraw: ({ params }, call) => withdrawDraw(call, params),
  declineSeat: ({ params, body }, call) => declineSeat(call, { ...params, ...body }),
});
