import type { Functions } from '#platform/server/serve.ts';
import type { workContract } from '../domain/workContract.ts';
import { answerShare } from './answerShare.ts';
import { addWork, addWorkFile, changeWork, dropWork } from './saveWork.ts';
import { listMyShares, listMyWorks, listWorkKinds } from './workLines.ts';
import { worksAlike } from './worksAlike.ts';

/** The functions behind the routes of works. */
export const workFunctions: Functions<typeof workContract> = {
  workKinds: (_, call) => listWorkKinds(call),
  listMyWorks: (_, call) => listMyWorks(call),
  addWork: ({ body }, call) => addWork(call, body),
  changeWork: ({ params, body }, call) => changeWork(call, { ...params, ...body }),
  dropWork: ({ params }, call) => dropWork(call, params),
  addWorkFile: ({ params, body }, call) => addWorkFile(call, { ...params, ...body }),
  listMyShares: (_, call) => listMyShares(call),
  answerShare: ({ params, body }, call) => answerShare(call, { ...params, ...body }),
  worksAlike: ({ params }, call) => worksAlike(call, params),
};
