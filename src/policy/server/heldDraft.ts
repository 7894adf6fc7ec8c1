import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { draftRefusal, type DraftAct } from '../domain/draftRules.ts';
import { accountsOf, findDraft, handsOf, officersOf, type DraftRecord } from './policyDraft.store.ts';

/** The draft an officer is about to change, held until the transaction ends, as they last saw it and open to the act. */
export async function heldDraft(call: Call, draftId: string, act: DraftAct, saved: number): Promise<Answer<DraftRecord>> {
  const draft = await findDraft(call, draftId, { lock: true });
  if (!draft) return no('notFound');
  const officers = await officersOf(call, [...accountsOf(draft), draft.saved_by]);
  const refusal = draftRefusal(act, handsOf(draft, officers), call.actor);
  if (refusal) return no(refusal);
  if (draft.saved_count === saved) return yes(draft);
  return no('changedMeanwhile', { params: { name: officers.get(draft.saved_by)?.name ?? '', at: beijingTime.format(draft.saved_at) }, next: 'next.draftChanged' });
}

const beijingTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
