import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { ConflictKind } from '../domain/conflict.ts';
import { agendaOf, changeMember, insertRecusals } from './meeting.store.ts';
import { ownSeatAt, presided } from './meetingSeat.ts';

/** Signs a member in from his own phone; the code shown in the room says that he is there. Signing in again changes nothing. */
export async function attendMeeting(call: Call, { meetingId, code }: { meetingId: string; code: string }): Promise<Answer<Done>> {
  const seat = await ownSeatAt(call, meetingId, 'update');
  if (!seat.ok) return seat;
  const { meeting, own } = seat.value;
  if (own.excused_at !== null) return no('memberExcused');
  if (own.attended_at !== null) return done;
  if (meeting.state !== 'gathering') return no('meetingBegun');
  if (code !== meeting.door_code) return no('doorCodeWrong', { field: 'code' });
  await changeMember(call, meetingId, own.person_id, { attended_at: call.clock.now() });
  await audit(call, { act: 'meeting.attend', subject: meetingId, detail: { expertId: own.expert_id } });
  return done;
}

/** A member steps aside from one file; he gets no ballot for it. Possible until ballots are handed out. */
export async function recuseFromFile(call: Call, { meetingId, number, kind }: { meetingId: string; number: number; kind: Extract<ConflictKind, 'mentor' | 'coAuthor' | 'relative' | 'interest'> }): Promise<Answer<Done>> {
  const seat = await ownSeatAt(call, meetingId, 'update');
  if (!seat.ok) return seat;
  const { meeting, own } = seat.value;
  const file = (await agendaOf(call, meetingId)).find((each) => each.number === number);
  if (!file) return no('notFound');
  if (meeting.state !== 'gathering') return no('ballotsHandedOut');
  await insertRecusals(call, meetingId, [{ subject: file.subject, personId: own.person_id, kind, source: `declared:${call.actor.accountId}` }]);
  await audit(call, { act: 'meeting.recuse', subject: meetingId, detail: { number, expertId: own.expert_id } });
  return done;
}

/** Excuses a member who does not come or has to leave; before anybody has ballots, the next substitute takes the seat. */
export async function excuseMember(call: Call, { meetingId, personId }: { meetingId: string; personId: string }): Promise<Answer<Done>> {
  const found = await presided(call, meetingId);
  if (!found.ok) return found;
  const { meeting, members } = found.value;
  const member = members.find((each) => each.person_id === personId && each.seated_at !== null);
  if (!member) return no('notFound');
  if (meeting.state === 'voting') return no('voteRunning');
  if (member.excused_at !== null) return done;
  await changeMember(call, meetingId, personId, { excused_at: call.clock.now(), chair: false });
  const next = meeting.state === 'gathering' ? members.find((each) => each.seated_at === null && each.excused_at === null) : undefined;
  if (next) await changeMember(call, meetingId, next.person_id, { seated_at: call.clock.now() });
  if (member.chair) await passChair(call, meetingId, members.find((each) => each.seated_at !== null && each.excused_at === null && each !== member)?.person_id);
  await audit(call, { act: 'meeting.excuse', subject: meetingId, detail: { expertId: member.expert_id, replacedBy: next?.expert_id ?? null } });
  return done;
}

const passChair = async (call: Call, meetingId: string, personId: string | undefined) => {
  if (personId) await changeMember(call, meetingId, personId, { chair: true });
};
