import { sql } from 'kysely';
import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { advanceCase } from './advanceCase.ts';
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
    // what one case refuses half-way must not stay behind in the others' transaction
    await sql`savepoint clock_step`.execute(call.tx);
    const answer = await advanceCase(call, { caseId: id, action, seen: step_count });
    await (answer.ok ? sql`release savepoint clock_step` : sql`rollback to savepoint clock_step`).execute(call.tx);
    if (answer.ok) run.taken.push({ caseId: id, action });
    else run.held.push({ caseId: id, reason: answer.reason });
  }
  return yes(run);
}
