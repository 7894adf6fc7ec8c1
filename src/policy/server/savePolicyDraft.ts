import { yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { heldDraft } from './heldDraft.ts';
import { saveText } from './policyDraft.store.ts';

/** Keeps what was written so far, sound or not; the last save the writer saw must still be the last one. */
export async function savePolicyDraft(call: Call, { draftId, saved, source }: { draftId: string; saved: number; source: string }): Promise<Answer<{ saved: number }>> {
  const held = await heldDraft(call, draftId, 'save', saved);
  if (!held.ok) return held;
  await saveText(call, held.value, source);
  await audit(call, { act: 'policy.draft.save', subject: draftId, detail: { saved: saved + 1 } });
  return yes({ saved: saved + 1 });
}
