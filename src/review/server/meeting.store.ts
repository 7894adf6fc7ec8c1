import type { Selectable } from 'kysely';
import type { Meeting, MeetingMember, MeetingRecusal, MeetingSubject } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { BallotRule, Outcome } from '../domain/ballotRule.ts';
import { PinnedRule } from '../domain/meetingRule.ts';

/** A meeting with its rule read. */
export type FoundMeeting = Omit<Selectable<Meeting>, 'rule'> & { rule: BallotRule };
export type MemberRow = Selectable<MeetingMember>;
export type RecusalRow = Selectable<MeetingRecusal>;
export type AgendaRow = Selectable<MeetingSubject>;

const read = (row: Selectable<Meeting>): FoundMeeting => ({ ...row, rule: PinnedRule.parse(row.rule) });

/** A meeting; `update` holds it for whoever changes its state, `share` for the many who vote while it stays as it is. */
export async function findMeeting({ tx, regionId }: Call, id: string, lock?: 'update' | 'share'): Promise<FoundMeeting | undefined> {
  const query = tx.selectFrom('meeting').selectAll().where('region_id', '=', regionId).where('id', '=', id);
  const row = await (lock === 'update' ? query.forUpdate() : lock === 'share' ? query.forShare() : query).executeTakeFirst();
  return row && read(row);
}

/** Meetings of the region, newest first; of one person only where given. */
export async function meetingsSeen({ tx, regionId }: Call, personId?: string): Promise<FoundMeeting[]> {
  const query = tx.selectFrom('meeting').selectAll().where('region_id', '=', regionId);
  const own = personId === undefined ? query : query.where('id', 'in', (eb) => eb.selectFrom('meeting_member').select('meeting_id').where('region_id', '=', regionId).where('person_id', '=', personId));
  return (await own.orderBy('meets_on', 'desc').orderBy('id', 'desc').limit(200).execute()).map(read);
}

/** The newest meeting of a round. */
export async function meetingOfRound({ tx, regionId }: Call, reviewRoundId: string): Promise<FoundMeeting | undefined> {
  const row = await tx.selectFrom('meeting').selectAll().where('region_id', '=', regionId).where('review_round_id', '=', reviewRoundId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && read(row);
}

/** Enters a meeting that has been called. */
export const insertMeeting = ({ tx, regionId, actor, clock }: Call, meeting: { id: string; reviewRoundId: string; heading: string; rule: BallotRule; place: string; meetsOn: string; doorCode: string }) =>
  tx.insertInto('meeting').values({
    region_id: regionId, id: meeting.id, review_round_id: meeting.reviewRoundId, heading: meeting.heading, rule: JSON.stringify(meeting.rule), place: meeting.place, meets_on: meeting.meetsOn,
    door_code: meeting.doorCode, state: 'gathering', convened_by: actor.accountId, convened_at: clock.now(),
  }).execute();

export const changeMeeting = ({ tx, regionId }: Call, id: string, changed: Partial<Pick<Selectable<Meeting>, 'state' | 'counted_at' | 'published_at'>>) =>
  tx.updateTable('meeting').set(changed).where('region_id', '=', regionId).where('id', '=', id).execute();

export const insertMembers = ({ tx, regionId, clock }: Call, meetingId: string, members: { personId: string; expertId: string; kind: 'member' | 'substitute'; chair: boolean }[]) =>
  tx.insertInto('meeting_member').values(members.map(({ personId, expertId, kind, chair }, position) => ({
    region_id: regionId, meeting_id: meetingId, person_id: personId, expert_id: expertId, position, kind, chair, seated_at: kind === 'member' ? clock.now() : null,
  }))).execute();

/** Members and substitutes in their order. */
export const membersAt = ({ tx, regionId }: Call, meetingId: string): Promise<MemberRow[]> =>
  tx.selectFrom('meeting_member').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meetingId).orderBy('position').execute();

export const changeMember = ({ tx, regionId }: Call, meetingId: string, personId: string, changed: Partial<Pick<MemberRow, 'attended_at' | 'excused_at' | 'seated_at' | 'chair'>>) =>
  tx.updateTable('meeting_member').set(changed).where('region_id', '=', regionId).where('meeting_id', '=', meetingId).where('person_id', '=', personId).execute();

export const insertAgenda = ({ tx, regionId }: Call, meetingId: string, files: { subject: string; number: number; heading: string }[]) =>
  tx.insertInto('meeting_subject').values(files.map((file) => ({ region_id: regionId, meeting_id: meetingId, ...file }))).execute();

/** The files of a meeting by number. */
export const agendaOf = ({ tx, regionId }: Call, meetingId: string): Promise<AgendaRow[]> =>
  tx.selectFrom('meeting_subject').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meetingId).orderBy('number').execute();

export const decideFile = ({ tx, regionId }: Call, meetingId: string, number: number, outcome: Outcome['outcome'], vote: number) =>
  tx.updateTable('meeting_subject').set({ outcome, vote }).where('region_id', '=', regionId).where('meeting_id', '=', meetingId).where('number', '=', number).execute();

/** Where a file was last on an agenda, with its meeting's state. */
export const agendaLineOf = ({ tx, regionId }: Call, subject: string) =>
  tx.selectFrom('meeting_subject').innerJoin('meeting', (join) => join.onRef('meeting.region_id', '=', 'meeting_subject.region_id').onRef('meeting.id', '=', 'meeting_subject.meeting_id'))
    .select(['meeting_subject.meeting_id', 'meeting_subject.number', 'meeting_subject.outcome', 'meeting_subject.vote', 'meeting.state', 'meeting.published_at'])
    .where('meeting_subject.region_id', '=', regionId).where('meeting_subject.subject', '=', subject).orderBy('meeting_subject.meeting_id', 'desc').limit(1).executeTakeFirst();

/** Keeps why a member may not vote on a file; said twice it stays said once. */
export async function insertRecusals({ tx, regionId, clock }: Call, meetingId: string, found: { subject: string; personId: string; kind: string; source: string }[]): Promise<void> {
  if (found.length === 0) return;
  await tx.insertInto('meeting_recusal').values(found.map(({ subject, personId, kind, source }) => ({
    region_id: regionId, meeting_id: meetingId, subject, person_id: personId, kind, source, recorded_at: clock.now(),
  }))).onConflict((conflict) => conflict.doNothing()).execute();
}

export const recusalsAt = ({ tx, regionId }: Call, meetingId: string): Promise<RecusalRow[]> =>
  tx.selectFrom('meeting_recusal').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meetingId).orderBy('subject').orderBy('person_id').execute();
