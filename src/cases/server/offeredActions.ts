import type { Call } from '#platform/server/call.ts';
import type { Offered } from '../domain/contract.ts';
import { offered } from '../domain/flow.ts';
import type { FoundCase } from './case.store.ts';
import { gatherGuards } from './guards.ts';
import { refusalShown } from './refusalShown.ts';

/** The buttons of a case for who asks: each action of the role, open or shut with the reason in words. */
export async function offeredActions(call: Call, found: FoundCase): Promise<Offered[]> {
  const guards = await gatherGuards(call, found);
  return offered(found.programme, found.stage, call.actor.role, guards).map(({ answer, ...action }) => ({ ...action, refused: answer.ok ? null : refusalShown(call, answer) }));
}

/** Is it this role's turn: an action that is more than a withdrawal is theirs to take. While a notice stands it is nobody's, unless an objection waits for the bureau. */
export function isTurnOf({ programme, stage }: Pick<FoundCase, 'programme' | 'stage'>, role: string, objected: boolean): boolean {
  const found = programme.stages[stage];
  if (found?.kind === 'notice') return objected && role === 'bureau';
  return Object.values(found?.actions ?? {}).some(({ by, to, supervises }) => !supervises && by.some((each) => each === role) && programme.stages[to]?.outcome !== 'withdrawn');
}
