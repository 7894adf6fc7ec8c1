import type { Functions } from '#platform/server/serve.ts';
import type { studioContract } from '../domain/studioContract.ts';
import { dropDraft, rejectDraft } from './endDraft.ts';
import { publishDraft } from './publishDraft.ts';
import { savePolicyDraft } from './savePolicyDraft.ts';
import { startDraft } from './startDraft.ts';
import { submitDraft } from './submitDraft.ts';
import { listDrafts, viewDraft } from './viewDrafts.ts';

export const studioRoutes: Functions<typeof studioContract> = {
  listDrafts: (_input, call) => listDrafts(call),
  startDraft: ({ body }, call) => startDraft(call, body),
  viewDraft: ({ params }, call) => viewDraft(call, params),
  saveDraft: ({ params, body }, call) => savePolicyDraft(call, { ...params, ...body }),
  submitDraft: ({ params, body }, call) => submitDraft(call, { ...params, ...body }),
  rejectDraft: ({ params, body }, call) => rejectDraft(call, { ...params, ...body }),
  publishDraft: ({ params, body }, call) => publishDraft(call, { ...params, ...body }),
  dropDraft: ({ params, body }, call) => dropDraft(call, { ...params, ...body }),
};
