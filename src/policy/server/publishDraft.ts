import { createHash } from 'node:crypto';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { withForce } from '../domain/startText.ts';
import { cleanPolicy } from './draftGate.ts';
import { reportOn } from './draftReport.ts';
import { heldDraft } from './heldDraft.ts';
import { accountsOf, addDraftStep, changeDraft, findDraft } from './policyDraft.store.ts';
import { forgetShelf } from './policyShelf.ts';
import { addVersion, lockPolicy } from './policyVersion.store.ts';

/**
 * Publishes another officer's draft from a day on; it stands for good, and the version before ends the day before.
 * Everything is judged again on the text with that day, since a test may depend on it. Publications of one policy wait for one another.
 */
export async function publishDraft(call: Call, { draftId, saved, from }: { draftId: string; saved: number; from: string }): Promise<Answer<{ code: string; version: string }>> {
  const seen = await findDraft(call, draftId);
  if (!seen) return no('notFound');
  await lockPolicy(call, seen.code);
  const held = await heldDraft(call, draftId, 'publish', saved);
  if (!held.ok) return held;
  const draft = held.value;
  const source = withForce(draft.source, from);
  const clean = await cleanPolicy(call, draft, source);
  if (!clean.ok) return clean;
  const report = await reportOn(call, clean.value.before, clean.value.policy);
  await changeDraft(call, draftId, { state: 'published', report });
  await addVersion(call, {
    code: draft.code, version: draft.version, from, source, checksum: createHash('sha256').update(source).digest('hex'), draftId, writers: accountsOf(draft), submittedBy: draft.submitted_by ?? '', report,
  });
  await addDraftStep(call, draftId, 'publish', { saved });
  await audit(call, { act: 'policy.publish', subject: `${draft.code}@${draft.version}`, detail: { draft: draftId, from } });
  forgetShelf(call);
  return yes({ code: draft.code, version: draft.version });
}
