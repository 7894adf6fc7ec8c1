import { done, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { cleanPolicy } from './draftGate.ts';
import { reportOn } from './draftReport.ts';
import { heldDraft } from './heldDraft.ts';
import { addDraftStep, changeDraft } from './policyDraft.store.ts';

/** Hands a draft to a second officer: only when nothing stands against its publication, and with the report of who gains and loses. */
export async function submitDraft(call: Call, { draftId, saved }: { draftId: string; saved: number }): Promise<Answer<Done>> {
  const held = await heldDraft(call, draftId, 'submit', saved);
  if (!held.ok) return held;
  const clean = await cleanPolicy(call, held.value, held.value.source);
  if (!clean.ok) return clean;
  await changeDraft(call, draftId, { state: 'submitted', submitted_by: call.actor.accountId, report: await reportOn(call, clean.value.before, clean.value.policy) });
  await addDraftStep(call, draftId, 'submit', { saved });
  await audit(call, { act: 'policy.draft.submit', subject: draftId, detail: { code: held.value.code, version: held.value.version, saved } });
  return done;
}
