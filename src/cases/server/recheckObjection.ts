import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { results } from '#review/server/public.ts';
import { findCase } from './case.store.ts';
import { addRecheck, lockObjection } from './objection.store.ts';

/** Looks again at the ballots or the scores of a case because of an objection; what was found stays with the objection and stands in its answer. */
export async function recheckObjection(call: Call, { objectionId, what }: { objectionId: string; what: 'ballots' | 'scores' }): Promise<Answer<{ agrees: boolean }>> {
  const objection = await lockObjection(call, objectionId);
  if (!objection || !(await findCase(call, objection.case_id))) return no('notFound');
  if (objection.answered_at !== null) return no('objectionAnswered');
  const found = await results.recheck(call, { subject: objection.case_id, what });
  if (!found.ok) return found;
  await addRecheck(call, objectionId, { ...found.value, at: call.clock.now().toISOString() });
  await audit(call, { act: 'objection.recheck', subject: objection.case_id, detail: { objectionId, what, agrees: found.value.agrees } });
  return yes({ agrees: found.value.agrees });
}
