import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { advanceCase } from './advanceCase.ts';
import { attempt } from './attempt.store.ts';
import { findCase } from './case.store.ts';
import { casesDue } from './queue.store.ts';

export type ClockRun = { taken: { caseId: string; action: string }[]; held: { caseId: string; reason: string }[] };

const batch = 200;

/** Takes the deadline actions that are due, as the clock; a guard that does not hold leaves the case for the next run. Running it again changes nothing more. */
export async function runClock(call: Call, _: object = {}): Promise<Answer<ClockRun>> {
  const run: ClockRun = { taken: [], held: [] };
  for (let after = '', due = await casesDue(call, after, batch); due.length > 0; due = await casesDue(call, after, batch)) {
    for (const { id, step_count } of due) await takeDue(call, id, step_count, run);
    after = due.at(-1)?.id ?? after;
  }
  return yes(run);
}

async function takeDue(call: Call, caseId: string, seen: number, run: ClockRun): Promise<void> {
  const found = await findCase(call, caseId);
  const action = found?.programme.stages[found.stage]?.within?.then;
  if (!action) return;
  const answer = await attempt(call, () => advanceCase(call, { caseId, action, seen }));
  if (answer.ok) run.taken.push({ caseId, action });
  else run.held.push({ caseId, reason: answer.reason });
}
