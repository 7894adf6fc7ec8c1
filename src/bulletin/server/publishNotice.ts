import { done, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { termEnd } from '#platform/clock/workingDays.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { maskName } from '../domain/mask.ts';
import { insertNotice, liveNoticeOf, markWithdrawn } from './bulletin.store.ts';

/** What is to be made public: plain names come in and only masked ones are kept, each with the id of who is meant. */
export type NewNotice = { kind: string; title: string; body: string; people: { personId: string; name: string }[]; subject: string; opensOn: string; workingDays: number };

/** Publishes a notice for a term of working days, which ends at 24:00 Beijing time of its last day. */
export async function publishNotice(call: Call, notice: NewNotice): Promise<Answer<{ noticeId: string; closesAt: Date }>> {
  const before = await liveNoticeOf(call, notice.subject);
  if (before && !before.withdrawn_at) return yes({ noticeId: before.id, closesAt: before.closes_at });
  const id = call.newId('not');
  const closesAt = termEnd(call.calendar, notice.opensOn, notice.workingDays);
  await insertNotice(call, { ...notice, id, names: notice.people.map(({ name }) => maskName(name)), personIds: notice.people.map(({ personId }) => personId), closesAt });
  await audit(call, { act: 'notice.publish', subject: id, detail: { of: notice.subject, people: notice.people.length } });
  return yes({ noticeId: id, closesAt });
}

/** Takes a notice back; it stays readable as withdrawn. */
export async function withdrawNotice(call: Call, { subject }: { subject: string }): Promise<Answer<Done>> {
  await markWithdrawn(call, subject);
  await audit(call, { act: 'notice.withdraw', subject });
  return done;
}

/** The newest notice of a subject. */
export async function noticeOf(call: Call, subject: string): Promise<{ noticeId: string; closesAt: Date; withdrawn: boolean } | undefined> {
  const found = await liveNoticeOf(call, subject);
  return found && { noticeId: found.id, closesAt: found.closes_at, withdrawn: found.withdrawn_at !== null };
}
