import { termEnd } from '#platform/clock/workingDays.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { isPast } from '../domain/deadline.ts';
import { caseUnscoped } from './case.store.ts';
import { addObjection } from './objection.store.ts';

/** Working days in which the office answers an objection. */
export const objectionDays = 5;

/** Objects to a case while its notice stands; anybody may, and nobody learns from the answer what else there is. */
export async function raiseObjection(call: Call, { caseId, content, contact = '' }: { caseId: string; content: string; contact?: string }): Promise<Answer<{ objectionId: string }>> {
  const found = await caseUnscoped(call, caseId, { lock: true });
  if (!found || found.programme.stages[found.stage]?.kind !== 'notice') return no('notFound');
  if (isPast(found.due_at, call.clock.now())) return no('objectionLate');
  const objectionId = call.newId('obj');
  await addObjection(call, { id: objectionId, caseId, content, contact, dueAt: termEnd(call.calendar, call.clock.today(), objectionDays) });
  await audit(call, { act: 'objection.raise', subject: caseId, detail: { objectionId } });
  return yes({ objectionId });
}
