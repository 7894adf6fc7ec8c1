import { readFile } from 'node:fs/promises';
import { no } from '#platform/domain/answer.ts';
import { serve } from '#platform/server/serve.ts';
import { casesContract } from '../domain/contract.ts';
import { addFile, downloadFile } from './addFile.ts';
import { advanceCase } from './advanceCase.ts';
import { answerObjection } from './answerObjection.ts';
import { bulkAdvance, bulkPreview } from './bulk.ts';
import { explainEntitled, listEntitled } from './listEntitled.ts';
import { listMine, listQueue } from './listQueue.ts';
import { readLetter } from './readLetter.ts';
import { moveToVersion } from './moveToVersion.ts';
import { openCase } from './openCase.ts';
import { openRound } from './openRound.ts';
import { raiseObjection } from './raiseObjection.ts';
import { saveDraft } from './saveDraft.ts';
import { settlementRoutes } from './settlementRoutes.ts';
import { viewCase } from './viewCase.ts';
import { listProgrammes, viewProgramme } from './viewProgrammes.ts';

/** The routes of cases. */
export const casesRoutes = serve(casesContract, {
  ...settlementRoutes,
  listProgrammes: (_, call) => listProgrammes(call),
  viewProgramme: ({ params }, call) => viewProgramme(call, params),
  openRound: ({ body }, call) => openRound(call, body),
  listQueue: ({ query }, call) => listQueue(call, query),
  listMine: (_, call) => listMine(call),
  listEntitled: ({ query }, call) => listEntitled(call, query),
  explainEntitled: ({ params, query }, call) => explainEntitled(call, { ...params, ...query }),
  openCase: ({ body }, call) => openCase(call, body),
  bulkPreview: ({ body }, call) => bulkPreview(call, body),
  bulkAdvance: ({ body }, call) => bulkAdvance(call, body),
  readLetter: ({ params }, call) => readLetter(call, params),
  viewCase: ({ params }, call) => viewCase(call, params),
  saveDraft: ({ params, body }, call) => saveDraft(call, { ...params, ...body }),
  addFile: async ({ params, body, upload }, call) => (upload ? addFile(call, { ...params, ...body, shownName: upload.shownName, content: await readFile(upload.path) }) : no('fileNeeded')),
  downloadFile: ({ params }, call) => downloadFile(call, params),
  advanceCase: ({ params, body }, call) => advanceCase(call, { ...params, ...body }),
  moveToVersion: ({ params, body }, call) => moveToVersion(call, { ...params, ...body }),
  raiseObjection: ({ params, body }, call) => raiseObjection(call, { ...params, ...body }),
  answerObjection: ({ params, body }, call) => answerObjection(call, { ...params, ...body }),
});
