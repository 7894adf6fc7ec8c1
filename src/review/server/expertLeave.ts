import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { changeExpert, dropAbsence, findExpert, insertAbsence, openSeatsOf } from './expert.store.ts';
import { seatAnother } from './recuse.ts';
import { changeSeat, expertOfPerson, lockPanel } from './review.store.ts';

type Away = { from: string; to: string; reason: string };

/** Enters days on which an expert is not to be invited. */
export async function addAbsence(call: Call, { expertId, ...away }: Away & { expertId: string }): Promise<Answer<{ absenceId: string }>> {
  const expert = await findExpert(call, expertId);
  if (!expert || expert.left_on !== null) return no('notFound');
  if (away.to < away.from) return no('dateOrder', { field: 'to' });
  const absenceId = await insertAbsence(call, expertId, away);
  await audit(call, { act: 'expert.away', subject: expertId, detail: { from: away.from, to: away.to } });
  return yes({ absenceId });
}

/** The same, told by the expert. */
export async function tellAbsence(call: Call, away: Away): Promise<Answer<{ absenceId: string }>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  return expert ? addAbsence(call, { expertId: expert.id, ...away }) : no('notFound');
}

/** Takes an absence back. */
export async function endAbsence(call: Call, { expertId, absenceId }: { expertId: string; absenceId: string }): Promise<Answer<Done>> {
  if (!(await dropAbsence(call, expertId, absenceId))) return no('notFound');
  await audit(call, { act: 'expert.back', subject: expertId });
  return done;
}

/** Ends an expert's service with a reason. What is not scored goes to another in panels of their own; in rounds the office assigns again. */
export async function dismissExpert(call: Call, { expertId, reason }: { expertId: string; reason: string }): Promise<Answer<{ replaced: number; vacant: number }>> {
  const expert = await findExpert(call, expertId, { lock: true });
  if (!expert) return no('notFound');
  if (expert.left_on !== null) return no('expertLeft', { params: { on: expert.left_on } });
  await changeExpert(call, expertId, { left_on: call.clock.today(), left_reason: reason });
  const open = await openSeatsOf(call, expertId);
  let replaced = 0;
  for (const { id, review_round_id: roundId } of open) {
    await changeSeat(call, id, expertId, { state: 'released', draft: null });
    const panel = roundId === null ? await lockPanel(call, id) : undefined;
    if (panel && (await seatAnother(call, panel))) replaced += 1;
  }
  await audit(call, { act: 'expert.dismiss', subject: expertId, detail: { replaced, vacant: open.length - replaced } });
  return yes({ replaced, vacant: open.length - replaced });
}
