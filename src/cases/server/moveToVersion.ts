import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { dueAt } from '../domain/deadline.ts';
import { moveAction } from '../domain/flow.ts';
import { changedMeanwhile } from './changedMeanwhile.ts';
import { changeCase, findCase, recordStep } from './case.store.ts';
import { allVersions } from './programme.store.ts';

/** Moves an open case to another version of its programme: an explicit, logged act with its reason. The stage must exist there under the same name. */
export async function moveToVersion(call: Call, { caseId, version, seen, reason }: { caseId: string; version: number; seen: number; reason: string }): Promise<Answer<{ caseId: string; version: number; seen: number }>> {
  const found = await findCase(call, caseId, { lock: true });
  if (!found) return no('notFound');
  if (found.step_count !== seen) return changedMeanwhile(call, caseId);
  if (found.ended_at !== null) return no('caseEnded');
  const target = (await allVersions(call)).find((each) => each.code === found.programme_code && each.version === version);
  if (!target || version === found.programme_version) return no('versionUnknown', { params: { version } });
  if (!target.stages[found.stage]) return no('stageMissing', { params: { stage: found.programme.stages[found.stage]?.label.staff ?? found.stage, version } });
  await changeCase(call, caseId, { programme_version: version });
  const moved = { ...found, programme: target, programme_version: version };
  const step = { action: moveAction, from: found.stage, to: found.stage, by: call.actor.role, effects: [], asks: [], wantsReason: true };
  await recordStep(call, moved, step, { outcome: null, dueAt: dueAt(target, found.stage, found.stage_since, call.calendar), reason, detail: { fromVersion: found.programme_version, version } });
  await audit(call, { act: 'case.moveToVersion', subject: caseId, detail: { from: found.programme_version, version } });
  return yes({ caseId, version, seen: seen + 1 });
}
