import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { advanceCase } from './advanceCase.ts';
import { attempt } from './attempt.store.ts';
import { findCase } from './case.store.ts';
import { casesDue } from './queue.store.ts';

export type ClockRun = { taken: { caseId: string; action: string }[]; held: { caseId: string; reason: string }[] };

const atOnce = 500;

/** Takes the deadline actions that are due, as the clock; a guard that does not hold leaves the case for the next run. Running it again changes nothing more. */
export async function runClock(call: Call, _: object = {}): Promise<Answer<ClockRun>> {
  const run: ClockRun = { taken: [], held: [] };
  for (const { id, step_count } of await casesDue(call, atOnce)) {
    const found = await findCase(call, id);
    const action = found?.programme.stages[found.stage]?.within?.then;
    if (!action) continue;
    const answer = await attempt(call, () => advanceCase(call, { caseId: id, action, seen: step_count }));
    if (answer.ok) run.taken.push({ caseId: id, action });
    else run.held.push({ caseId: id, reason: answer.reason });
  }
  return yes(run);
}
