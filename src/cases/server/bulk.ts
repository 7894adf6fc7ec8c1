import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import type { casesContract } from '../domain/contract.ts';
import { mayTake } from '../domain/flow.ts';
import { advanceCase } from './advanceCase.ts';
import { attempt } from './attempt.store.ts';
import { findCase, type FoundCase } from './case.store.ts';
import { gatherGuards } from './guards.ts';
import { refusalShown } from './refusalShown.ts';

type Rows = Given<typeof casesContract.bulkPreview>;

/** What an action would do to each case, row by row, before it happens. Cases out of scope are left out. */
export async function bulkPreview(call: Call, { caseIds, action }: { caseIds: string[]; action: string }): Promise<Answer<Rows>> {
  const rows: Rows['rows'] = [];
  for (const caseId of caseIds) {
    const found = await findCase(call, caseId);
    if (!found) continue;
    const answer = mayTake(found.programme, found.stage, action, call.actor.role, await gatherGuards(call, found));
    rows.push(await rowOf(call, found, action, answer.ok ? null : refusalShown(call, answer)));
  }
  return yes({ rows });
}

/** Takes one action on many cases; each is its own step, and one that is refused leaves the others as they are. */
export async function bulkAdvance(call: Call, { steps, action, reason }: { steps: { caseId: string; seen: number }[]; action: string; reason?: string | undefined }): Promise<Answer<Rows>> {
  const rows: Rows['rows'] = [];
  for (const { caseId, seen } of steps) {
    const found = await findCase(call, caseId);
    if (!found) continue;
    const answer = await attempt(call, () => advanceCase(call, { caseId, action, seen, ...(reason ? { reason } : {}) }));
    rows.push(await rowOf(call, found, action, answer.ok ? null : refusalShown(call, answer)));
  }
  return yes({ rows });
}

async function rowOf(call: Call, found: FoundCase, action: string, refused: Rows['rows'][number]['refused']): Promise<Rows['rows'][number]> {
  const offered = found.programme.stages[found.stage]?.actions[action];
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  return {
    caseId: found.id, number: found.number, personName: person?.name ?? '', seen: found.step_count, label: offered?.label ?? action,
    toLabel: (offered && found.programme.stages[offered.to]?.label.staff) ?? '', refused,
  };
}
