import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { advanceCase, openCase, servingProgrammes, viewCase } from '#cases/server/public.ts';
import { lockOwn, stampAnswer, type EntitlementRow } from './entitlement.store.ts';
import { knownOf } from './judgePeople.ts';
import { standingOfOne } from './ownStanding.ts';

type Serving = NonNullable<ReturnType<Awaited<ReturnType<typeof servingProgrammes>>>>;
export type Confirmed = { caseId: string | null; number: string; submitted: boolean };

/**
 * Confirms an entitlement in one tap: judged once more, then the case of the programme that serves it is opened from the file and, where nothing is
 * missing, submitted. Where no programme serves it, the confirmed entitlement waits for the desk. Confirming again answers the same.
 */
export async function confirmEntitlement(call: Call, { entitlementId }: { entitlementId: string }): Promise<Answer<Confirmed>> {
  const row = await lockOwn(call, entitlementId);
  if (!row || row.state === 'overtaken') return no('notFound');
  if (row.state === 'confirmed') return yes(await confirmedAs(call, row.case_id));
  if (!(await stillHolds(call, row))) return no('entitlementOvertaken', { params: { result: row.result } });
  const serving = (await servingProgrammes(call))(row);
  const caseId = serving && !serving.waits ? await openedCase(call, serving) : yes(null);
  if (!caseId.ok) return caseId;
  const submitted = caseId.value ? await submitIfComplete(call, caseId.value) : undefined;
  if (submitted && !submitted.ok) return submitted;
  await stampAnswer(call, row.id, { state: 'confirmed', case_id: caseId.value });
  await audit(call, { act: 'entitlement.confirm', subject: row.id, detail: { policy: row.policy, version: row.version, result: row.result, caseId: caseId.value } });
  return yes(await confirmedAs(call, caseId.value));
}

/** Puts an offer aside; it is not offered again under the same version of its policy, and may still be confirmed. */
export async function declineEntitlement(call: Call, { entitlementId }: { entitlementId: string }): Promise<Answer<{ entitlementId: string }>> {
  const row = await lockOwn(call, entitlementId);
  if (!row || row.state === 'overtaken') return no('notFound');
  if (row.state === 'confirmed') return no('entitlementConfirmed');
  if (row.state === 'declined') return yes({ entitlementId });
  await stampAnswer(call, row.id, { state: 'declined', case_id: null });
  await audit(call, { act: 'entitlement.decline', subject: row.id, detail: { policy: row.policy, version: row.version, result: row.result } });
  return yes({ entitlementId });
}

async function stillHolds(call: Call, row: EntitlementRow): Promise<boolean> {
  const known = (await knownOf(call, [row.person_id])).get(row.person_id);
  return known !== undefined && (await standingOfOne(call, known)).sure.some((each) => each.policy === row.policy && each.version === row.version && each.result === row.result);
}

/** The case in which the entitlement is had: opened now, or the one that is open already. */
async function openedCase(call: Call, { programme, category, roundId }: Serving): Promise<Answer<string>> {
  const opened = await openCase(call, { programme, category, ...(roundId ? { roundId } : {}) });
  if (opened.ok) return yes(opened.value.caseId);
  const before = opened.reason === 'caseOpen' ? opened.detail?.params?.caseId : undefined;
  return before === undefined ? opened : yes(String(before));
}

/** Takes the step that leads on from the draft when its button is open to the person; a draft with gaps stays a draft. */
async function submitIfComplete(call: Call, caseId: string): Promise<Refusal | { ok: true }> {
  const view = await viewCase(call, { caseId });
  if (!view.ok) return view;
  const next = view.value.kind === 'draft' ? view.value.offered.find(({ forward, refused, wantsReason, asks }) => forward && !refused && !wantsReason && asks.length === 0) : undefined;
  const taken = next && (await advanceCase(call, { caseId, action: next.action, seen: view.value.seen }));
  return taken && !taken.ok ? taken : { ok: true };
}

async function confirmedAs(call: Call, caseId: string | null): Promise<Confirmed> {
  const view = caseId ? await viewCase(call, { caseId }) : undefined;
  return view?.ok ? { caseId, number: view.value.number, submitted: view.value.kind !== 'draft' } : { caseId, number: '', submitted: false };
}
