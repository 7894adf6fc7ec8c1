import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { findMeeting, membersAt, recusalsAt, type FoundMeeting, type MemberRow, type RecusalRow } from './meeting.store.ts';

/** Who sits, has signed in and has not been excused. */
export const isPresent = ({ seated_at, attended_at, excused_at }: MemberRow): boolean => seated_at !== null && attended_at !== null && excused_at === null;

/** A meeting with its members, as a member sees it; whoever does not sit in it finds nothing. */
export type OwnSeat = { meeting: FoundMeeting; members: MemberRow[]; own: MemberRow };

/** The meeting and the actor's own seat in it; `update` holds the meeting against everybody else. */
export async function ownSeatAt(call: Call, meetingId: string, lock?: 'update' | 'share'): Promise<Answer<OwnSeat>> {
  const meeting = await findMeeting(call, meetingId, lock);
  const members = meeting ? await membersAt(call, meeting.id) : [];
  const own = members.find(({ person_id }) => person_id !== '' && person_id === call.actor.personId);
  return meeting && own && own.seated_at !== null ? yes({ meeting, members, own }) : no('notFound');
}

/** The meeting for whoever presides: an officer of the bureau or the chair, held until the transaction ends. */
export async function presided(call: Call, meetingId: string): Promise<Answer<{ meeting: FoundMeeting; members: MemberRow[] }>> {
  const meeting = await findMeeting(call, meetingId, 'update');
  if (!meeting) return no('notFound');
  const members = await membersAt(call, meeting.id);
  const presides = call.actor.role === 'bureau' || members.some(({ chair, person_id }) => chair && person_id === call.actor.personId);
  return presides ? yes({ meeting, members }) : no('notFound');
}

/** Who is recused from which file. */
export async function recusedBySubject(call: Call, meetingId: string): Promise<Map<string, RecusalRow[]>> {
  return Map.groupBy(await recusalsAt(call, meetingId), ({ subject }) => subject);
}
