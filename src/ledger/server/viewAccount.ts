import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { endOfDay } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import { inOneConsortium } from '../domain/consortium.ts';
import type { Balance, ledgerContract, PoolView } from '../domain/contract.ts';
import { counterpartOf } from '../domain/pool.ts';
import { latestTransfers } from './ledger.store.ts';
import { moveOf } from './moveOf.ts';
import { poolsAt } from './poolsAt.ts';

const shownMoves = 100;

/** One account, what moved on it, and to whom it may lend; nobody's account and one out of scope are the same answer. */
export async function viewAccount(call: Call, { id }: { id: string }): Promise<Answer<Given<typeof ledgerContract.viewAccount>>> {
  const today = call.clock.today();
  const { pools } = await poolsAt(call, today);
  const pool = pools.find((each) => [each.whole, ...each.children].some((balance) => balance.id === id));
  const account = pool && [pool.whole, ...pool.children].find((balance) => balance.id === id);
  if (!pool || !account) return no('notFound');
  const moves = await latestTransfers(call, { accounts: [id, counterpartOf(id)], end: endOfDay(today), limit: shownMoves });
  return yes({ pool, account, moves: moves.map((row) => moveOf(call, row, pools)), borrowers: await borrowersOf(call, pools, pool, account) });
}

async function borrowersOf(call: Call, pools: readonly PoolView[], lending: PoolView, lender: Balance): Promise<{ id: string; label: string }[]> {
  if (!lending.loans) return [];
  const tree = await organisationTree(call);
  return pools.filter((pool) => pool.loans && pool.kind === lending.kind).flatMap((pool) => pool.children
    .filter((other) => other.organisationId !== lender.organisationId && inOneConsortium(tree, lender.organisationId, other.organisationId))
    .map((other) => ({ id: other.id, label: `${other.organisation} · ${pool.title}` })));
}
