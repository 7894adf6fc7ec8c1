import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { TakeStep } from '../domain/contract.ts';
import { dueAt } from '../domain/deadline.ts';
import { mayTake, type Step } from '../domain/flow.ts';
import { topUp } from '../domain/instalments.ts';
import { changedMeanwhile } from './changedMeanwhile.ts';
import { changeCase, findCase, grantedBefore, recordStep, type FoundCase } from './case.store.ts';
import { runEffects } from './effects.ts';
import { gatherGuards } from './guards.ts';
import { programmesOfGroup } from './programme.store.ts';

export type Advanced = { caseId: string; stage: string; seen: number; outcome: string | null };

/** The one way a case moves: row locked, the step count the user saw, guards, reason, step, effects — one transaction. */
export async function advanceCase(call: Call, { caseId, ...ask }: TakeStep & { caseId: string }): Promise<Answer<Advanced>> {
  const found = await findCase(call, caseId, { lock: true });
  if (!found) return no('notFound');
  if (found.step_count !== ask.seen) return changedMeanwhile(call, caseId);
  const answer = mayTake(found.programme, found.stage, ask.action, call.actor.role, await gatherGuards(call, found, ask));
  if (!answer.ok) return answer;
  const step = answer.value;
  const lacking = lackingInput(found, step, ask);
  if (lacking) return lacking;
  const decided = await takeDecision(call, found, step, ask);
  const moved = await recordStep(call, decided, step, {
    outcome: found.programme.stages[step.to]?.outcome ?? null, dueAt: dueAt(found.programme, step.to, call.clock.now(), call.calendar), reason: ask.reason, detail: detailOf(step, decided, ask),
  });
  const refused = await runEffects({ call, found: moved, step, ask });
  if (refused) return refused;
  await audit(call, { act: 'case.advance', subject: caseId, detail: { action: ask.action, from: step.from, to: step.to, position: moved.step_count } });
  return yes({ caseId, stage: moved.stage, seen: moved.step_count, outcome: moved.outcome });
}

function lackingInput(found: FoundCase, step: Step, ask: TakeStep): Refusal | undefined {
  if (step.wantsReason && !ask.reason) return no('reasonNeeded', { field: 'reason' });
  if (ask.category !== undefined && !found.programme.categories[ask.category]) return no('categoryUnknown', { field: 'category' });
  if (step.asks.includes('amount') && ask.amountFen === undefined) return no('amountMissing', { field: 'amountFen' });
  return undefined;
}

/** Category and amount as decided; of a support already given only the difference is granted. */
async function takeDecision(call: Call, found: FoundCase, { asks }: Step, { amountFen, category, difference }: TakeStep): Promise<FoundCase> {
  const { supportGroup } = found.programme;
  const before = difference && supportGroup ? await grantedBefore(call, found.person_id, await programmesOfGroup(call, supportGroup), found.id) : 0;
  const changed = {
    ...(asks.includes('category') && category !== undefined ? { category } : {}),
    ...(asks.includes('amount') && amountFen !== undefined ? { granted_fen: topUp(amountFen, before) } : {}),
  };
  if (Object.keys(changed).length > 0) await changeCase(call, found.id, changed);
  return { ...found, ...changed };
}

const detailOf = ({ asks }: Step, { granted_fen, category }: FoundCase, ask: TakeStep) =>
  asks.length === 0 ? {} : { category, grantedFen: granted_fen, standardFen: ask.amountFen ?? null };
