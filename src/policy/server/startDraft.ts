import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { newText, successorText } from '../domain/startText.ts';
import type { StartDraft } from '../domain/studioShape.ts';
import { addDraft, addDraftStep, isUnderWay } from './policyDraft.store.ts';
import { inheritedCodes } from './policyFiles.ts';
import { shelfOf } from './policyShelf.ts';
import { lockPolicy } from './policyVersion.store.ts';

/** Codes that are words of addresses. */
const taken = new Set(['drafts', 'questions', 'mine', 'check', 'people', 'comparison']);

/** Begins a draft: from the newest version of a policy of the region, or of a policy that has none yet. */
export async function startDraft(call: Call, { code, version, from, fresh }: StartDraft): Promise<Answer<{ draftId: string }>> {
  await lockPolicy(call, code);
  const versions = (await shelfOf(call)).policies.filter((policy) => policy.code === code).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const [newest] = versions;
  if (inheritedCodes(call.region).has(code)) return no('policyInherited', { field: 'code' });
  if (fresh ? newest || taken.has(code) : !newest) return no(fresh ? 'policyCodeTaken' : 'notFound', { field: 'code', params: { code } });
  if (versions.some((policy) => policy.version === version)) return no('policyVersionTaken', { field: 'version', params: { version } });
  if (await isUnderWay(call, code, version)) return no('policyDraftTwice', { field: 'version', params: { version } });
  const draftId = call.newId('pdr');
  const source = newest ? successorText(newest, version, from) : newText({ code, version, from, title: fresh?.title ?? '', document: fresh?.document ?? '', result: fresh?.result ?? '' });
  await addDraft(call, { id: draftId, code, version, baseVersion: newest?.version ?? null, source });
  await addDraftStep(call, draftId, 'start', { saved: 0 });
  await audit(call, { act: 'policy.draft', subject: draftId, detail: { code, version, base: newest?.version ?? null } });
  return yes({ draftId });
}
