import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { findCase } from './case.store.ts';
import { closeObjection, lockObjection } from './objection.store.ts';

/** Answers an objection with reasons, once; whether the case then fails is a step of its own. */
export async function answerObjection(call: Call, { objectionId, upheld, answer }: { objectionId: string; upheld: boolean; answer: string }): Promise<Answer<{ objectionId: string }>> {
  const objection = await lockObjection(call, objectionId);
  if (!objection || !(await findCase(call, objection.case_id))) return no('notFound');
  if (objection.answered_at !== null) return no('objectionAnswered');
  await closeObjection(call, objectionId, { answer, upheld });
  await audit(call, { act: 'objection.answer', subject: objection.case_id, detail: { objectionId, upheld } });
  return yes({ objectionId });
}
