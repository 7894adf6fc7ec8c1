import type { Call } from '#platform/server/call.ts';

export const insertNotice = ({ tx, regionId, clock }: Call, row: {
  id: string; kind: string; subject: string; title: string; body: string; names: string[]; personIds: string[]; opensOn: string; workingDays: number; closesAt: Date;
}) => tx.insertInto('notice').values({
  region_id: regionId, id: row.id, kind: row.kind, subject: row.subject, title: row.title, body: row.body, names: JSON.stringify(row.names), person_ids: JSON.stringify(row.personIds),
  opens_on: row.opensOn, working_days: row.workingDays, closes_at: row.closesAt, published_at: clock.now(),
}).execute();

export const liveNoticeOf = ({ tx, regionId }: Call, subject: string) =>
  tx.selectFrom('notice').selectAll().where('region_id', '=', regionId).where('subject', '=', subject).orderBy('published_at', 'desc').limit(1).executeTakeFirst();

export const markWithdrawn = ({ tx, regionId, clock }: Call, subject: string) =>
  tx.updateTable('notice').set({ withdrawn_at: clock.now() }).where('region_id', '=', regionId).where('subject', '=', subject).where('withdrawn_at', 'is', null).execute();

/** Notices newest first; the key of the next page is the id of the last row, which sorts by time. */
export const noticesFrom = ({ tx, regionId, clock }: Call, { after, limit, open }: { after?: string | undefined; limit: number; open: boolean }) =>
  tx.selectFrom('notice').selectAll().where('region_id', '=', regionId)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .$if(open, (query) => query.where('closes_at', '>', clock.now()).where('withdrawn_at', 'is', null))
    .orderBy('id', 'desc').limit(limit + 1).execute();

export const countNotices = async ({ tx, regionId, clock }: Call, open: boolean): Promise<number> =>
  (await tx.selectFrom('notice').select(({ fn }) => fn.countAll<number>().as('n')).where('region_id', '=', regionId)
    .$if(open, (query) => query.where('closes_at', '>', clock.now()).where('withdrawn_at', 'is', null)).executeTakeFirstOrThrow()).n;

export const findNotice = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('notice').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

export const insertMessage = ({ tx, regionId, clock }: Call, row: { id: string; personId: string; title: string; body: string; link: string }) =>
  tx.insertInto('message').values({ region_id: regionId, id: row.id, person_id: row.personId, title: row.title, body: row.body, link: row.link, sent_at: clock.now() }).execute();

export const messagesOf = ({ tx, regionId }: Call, personId: string, { after, limit }: { after?: string | undefined; limit: number }) =>
  tx.selectFrom('message').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? '')).orderBy('id', 'desc').limit(limit + 1).execute();

export const countUnread = async ({ tx, regionId }: Call, personId: string): Promise<number> =>
  (await tx.selectFrom('message').select(({ fn }) => fn.countAll<number>().as('n')).where('region_id', '=', regionId).where('person_id', '=', personId)
    .where('read_at', 'is', null).executeTakeFirstOrThrow()).n;

export const markRead = async ({ tx, regionId, clock }: Call, personId: string, id: string): Promise<boolean> =>
  (await tx.updateTable('message').set({ read_at: clock.now() }).where('region_id', '=', regionId).where('person_id', '=', personId).where('id', '=', id)
    .returning('id').executeTakeFirst()) !== undefined;

export const insertMail = ({ tx, regionId, clock }: Call, row: { id: string; personId: string; sealedAddress: string; title: string; body: string }) =>
  tx.insertInto('outgoing_mail').values({ region_id: regionId, id: row.id, person_id: row.personId, sealed_address: row.sealedAddress, title: row.title, body: row.body, queued_at: clock.now() }).execute();

export const mailById = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('outgoing_mail').selectAll().where('region_id', '=', regionId).where('id', '=', id).forUpdate().executeTakeFirst();

export const markSent = ({ tx, regionId, clock }: Call, id: string) =>
  tx.updateTable('outgoing_mail').set({ sent_at: clock.now(), failure: null }).where('region_id', '=', regionId).where('id', '=', id).execute();

export const latestMail = ({ tx, regionId }: Call) =>
  tx.selectFrom('outgoing_mail').selectAll().where('region_id', '=', regionId).orderBy('id', 'desc').limit(200).execute();
