import './sendMail.ts';
import { serve } from '#platform/server/serve.ts';
import { bulletinContract } from '../domain/contract.ts';
import { listMessages, listOutgoingMail, readMessage } from './readMessages.ts';
import { listNotices, viewNotice } from './readNotices.ts';

export const bulletinRoutes = serve(bulletinContract, {
  listNotices: ({ query }, call) => listNotices(call, query),
  viewNotice: ({ params }, call) => viewNotice(call, params.noticeId),
  listMessages: ({ query }, call) => listMessages(call, query),
  readMessage: ({ params }, call) => readMessage(call, params.messageId),
  listOutgoingMail: (_input, call) => listOutgoingMail(call),
});
