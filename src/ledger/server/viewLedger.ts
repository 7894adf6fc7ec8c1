import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { endOfDay } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import type { ledgerContract } from '../domain/contract.ts';
import { counterpartOf } from '../domain/pool.ts';
import { latestTransfers, liveHolds } from './ledger.store.ts';
import { moveOf } from './moveOf.ts';
import { poolsAt } from './poolsAt.ts';

const shownMoves = 20;

/** Every pool at the end of a day, with the holds that end and what moved last, of all institutions the actor sees or of one. */
export async function viewLedger(call: Call, { day = call.clock.today(), organisation }: { day?: string | undefined; organisation?: string | undefined }): Promise<Answer<Given<typeof ledgerContract.viewLedger>>> {
  const { pools } = await poolsAt(call, day);
  const seen = pools.flatMap((pool) => [...pool.children, ...(call.actor.role === 'employer' ? [] : [pool.whole])]);
  const ids = seen.filter((balance) => organisation === undefined || balance.organisationId === organisation).map((balance) => balance.id);
  const accounts = ids.flatMap((id) => [id, counterpartOf(id)]);
  const holds = day === call.clock.today() ? await liveHolds(call, { accounts, limit: shownMoves }) : [];
  const latest = await latestTransfers(call, { accounts, end: endOfDay(day), limit: shownMoves });
  return yes({ day, pools, holds: holds.map((row) => moveOf(call, row, pools)), latest: latest.map((row) => moveOf(call, row, pools)) });
}
