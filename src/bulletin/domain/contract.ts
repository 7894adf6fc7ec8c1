import { z } from 'zod';
import { signedIn } from '#platform/domain/actor.ts';
import { pageOf, route } from '#platform/domain/contract.ts';

const NoticeClock = z.object({ dueOn: z.string(), left: z.int(), total: z.int() });

/** A notice in a list. */
export const NoticeRow = z.object({
  noticeId: z.string(), kind: z.string(), title: z.string(), people: z.int(), opensOn: z.string(), state: z.enum(['open', 'closed', 'withdrawn']), clock: NoticeClock,
});

const MessageRow = z.object({ messageId: z.string(), title: z.string(), body: z.string(), link: z.string(), sentAt: z.date(), read: z.boolean() });

/** What may be asked of the bulletin. */
export const bulletinContract = {
  listNotices: route({
    method: 'GET', path: '/api/notices', may: ['visitor', ...signedIn], summary: 'Public notices, newest first',
    query: z.object({ after: z.string().optional(), limit: z.coerce.number().int().min(1).max(100).default(30), open: z.enum(['yes']).optional() }), response: pageOf(NoticeRow),
  }),
  viewNotice: route({
    method: 'GET', path: '/api/notices/:noticeId', may: ['visitor', ...signedIn], summary: 'One notice with its masked names and its term', params: z.object({ noticeId: z.string() }),
    response: NoticeRow.extend({ body: z.string(), names: z.array(z.string()), withheld: z.int(), workingDays: z.int(), subject: z.string() }),
  }),
  listMessages: route({
    method: 'GET', path: '/api/messages', may: signedIn, summary: 'What I have been told',
    query: z.object({ after: z.string().optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }), response: pageOf(MessageRow).extend({ unread: z.int() }),
  }),
  readMessage: route({ method: 'POST', path: '/api/messages/:messageId/reading', may: signedIn, summary: 'I have read it', params: z.object({ messageId: z.string() }), body: z.object({}), response: z.object({}) }),
  listOutgoingMail: route({
    method: 'GET', path: '/api/outgoing-mail', may: ['systemAdmin'], summary: 'The mailbox of letters sent and waiting, addresses masked',
    response: z.object({ rows: z.array(z.object({ mailId: z.string(), to: z.string(), title: z.string(), body: z.string(), queuedAt: z.date(), sentAt: z.date().nullable(), failure: z.string().nullable() })) }),
  }),
};
