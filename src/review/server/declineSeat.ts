import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { seatSubstitute } from '../domain/drawCheck.ts';
import { candidatesOf, changeMember, findDraw } from './draw.store.ts';
import { expertOfPerson } from './review.store.ts';
import { findRound, membersIn } from './round.store.ts';

type Declining = { reviewRoundId: string; expertId?: string | undefined; reason: string };

/** A drawn member declines, or the office records that one has; the next substitute in drawn order that keeps every limit steps in. */
export async function declineSeat(call: Call, { reviewRoundId, expertId, reason }: Declining): Promise<Answer<{ seated: string | null }>> {
  const round = await findRound(call, reviewRoundId, { lock: true });
  const leaving = call.actor.role === 'reviewer' ? (await expertOfPerson(call, call.actor.personId))?.id : expertId;
  const members = round ? await membersIn(call, round.id) : [];
  const own = members.find((each) => each.expert_id === leaving && each.state !== 'declined');
  const draw = own && (await findDraw(call, own.draw_id));
  if (!round || !own || !draw?.transcript) return no('notFound');
  if (round.state === 'closed') return no('roundClosed');
  const sat = own.state === 'sitting';
  await changeMember(call, round.id, own.expert_id, { state: 'declined', seated_at: null, declined_at: call.clock.now(), declined_reason: reason });
  const expertOf = await candidatesOf(call, draw.id);
  const numberOf = new Map([...expertOf].map(([number, id]) => [id, number]));
  const numbers = (state: string) => members.filter((each) => each.state === state).map((each) => numberOf.get(each.expert_id) ?? '');
  const gone = [...numbers('declined'), numberOf.get(own.expert_id) ?? ''];
  const stepped = sat ? seatSubstitute(draw.transcript, numbers('sitting'), gone) : undefined;
  const seated = stepped?.ok ? expertOf.get(stepped.value.seated[0] ?? '') : undefined;
  if (seated) await changeMember(call, round.id, seated, { state: 'sitting', seated_at: call.clock.now(), replaces: own.expert_id });
  await audit(call, { act: 'round.decline', subject: round.id, detail: { expertId: own.expert_id, seated: seated ?? null } });
  return yes({ seated: seated ?? null });
}
