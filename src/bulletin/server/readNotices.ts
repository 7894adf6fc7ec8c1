import { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { addDays, workingDaysBetween } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import type { bulletinContract } from '../domain/contract.ts';
import { countNotices, findNotice, noticesFrom } from './bulletin.store.ts';

const Texts = z.array(z.string());

type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

/** Notices for everybody, newest first. */
export async function listNotices(call: Call, query: { after?: string | undefined; limit: number; open?: 'yes' | undefined }): Promise<Answer<Given<typeof bulletinContract.listNotices>>> {
  const open = query.open === 'yes';
  const found = await noticesFrom(call, { ...query, open });
  const rows = found.slice(0, query.limit).map((notice) => rowOf(call, notice));
  return yes({ rows, next: found.length > query.limit ? (rows.at(-1)?.noticeId ?? null) : null, total: await countNotices(call, open) });
}

/** One notice. */
export async function viewNotice(call: Call, noticeId: string): Promise<Answer<Given<typeof bulletinContract.viewNotice>>> {
  const found = await findNotice(call, noticeId);
  if (!found) return no('notFound');
  return yes({ ...rowOf(call, found), body: found.body, ...(await shownNames(call, found)), workingDays: found.working_days, subject: found.subject });
}

/** The masked names still shown; who withdrew consent is only counted (bad-inputs row 19). */
async function shownNames(call: Call, notice: Notice): Promise<{ names: string[]; withheld: number }> {
  const ids = Texts.parse(notice.person_ids);
  const people = await peopleById(call, ids);
  const all = Texts.parse(notice.names);
  const names = all.filter((_name, at) => !people.get(ids[at] ?? '')?.consentWithdrawn);
  return { names, withheld: all.length - names.length };
}

function rowOf(call: Call, notice: Notice) {
  const dueOn = addDays(dayOf(notice.closes_at), -1);
  const today = call.clock.today();
  return {
    noticeId: notice.id, kind: notice.kind, title: notice.title, people: Texts.parse(notice.names).length, opensOn: notice.opens_on,
    state: notice.withdrawn_at ? ('withdrawn' as const) : notice.closes_at > call.clock.now() ? ('open' as const) : ('closed' as const),
    clock: { dueOn, left: workingDaysBetween(call.calendar, today, dueOn), total: notice.working_days },
  };
}
