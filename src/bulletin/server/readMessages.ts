import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { bulletinContract } from '../domain/contract.ts';
import { countUnread, latestMail, markRead, messagesOf } from './bulletin.store.ts';

/** The asker's own messages, newest first. */
export async function listMessages(call: Call, query: { after?: string | undefined; limit: number }): Promise<Answer<Given<typeof bulletinContract.listMessages>>> {
  const { personId } = call.actor;
  if (!personId) return yes({ rows: [], next: null, unread: 0 });
  const found = await messagesOf(call, personId, query);
  const rows = found.slice(0, query.limit).map((row) => ({ messageId: row.id, title: row.title, body: row.body, link: row.link, sentAt: row.sent_at, read: row.read_at !== null }));
  return yes({ rows, next: found.length > query.limit ? (rows.at(-1)?.messageId ?? null) : null, unread: await countUnread(call, personId) });
}

/** Marks one of the asker's own messages as read. */
export const readMessage = async (call: Call, messageId: string): Promise<Answer<Done>> =>
  ((await markRead(call, call.actor.personId, messageId)) ? done : no('notFound'));

/** Letters sent and waiting; an address shows only its first letter and its host. */
export async function listOutgoingMail(call: Call): Promise<Answer<Given<typeof bulletinContract.listOutgoingMail>>> {
  return yes({
    rows: (await latestMail(call)).map((row) => ({
      mailId: row.id, to: call.crypto.open(row.sealed_address).replace(/^(.).*@/, '$1***@'), title: row.title, body: row.body, queuedAt: row.queued_at, sentAt: row.sent_at, failure: row.failure,
    })),
  });
}
