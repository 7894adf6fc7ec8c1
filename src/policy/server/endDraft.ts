import { done, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { heldDraft } from './heldDraft.ts';
import { addDraftStep, changeDraft } from './policyDraft.store.ts';

type Ask = { draftId: string; saved: number; reason: string };

/** Gives a submitted draft back to its writers with reasons; a writer may take it back in the same way. */
export async function rejectDraft(call: Call, { draftId, saved, reason }: Ask): Promise<Answer<Done>> {
  const held = await heldDraft(call, draftId, 'reject', saved);
  if (!held.ok) return held;
  await changeDraft(call, draftId, { state: 'drafting', submitted_by: null, report: null });
  await addDraftStep(call, draftId, 'reject', { saved, reason });
  await audit(call, { act: 'policy.draft.reject', subject: draftId, detail: { saved } });
  return done;
}

/** Ends a draft that will not be published; its text and history stay. */
export async function dropDraft(call: Call, { draftId, saved, reason }: Ask): Promise<Answer<Done>> {
  const held = await heldDraft(call, draftId, 'drop', saved);
  if (!held.ok) return held;
  await changeDraft(call, draftId, { state: 'dropped' });
  await addDraftStep(call, draftId, 'drop', { saved, reason });
  await audit(call, { act: 'policy.draft.drop', subject: draftId, detail: { saved } });
  return done;
}
