import { dayOf } from '#platform/clock/clock.ts';
import { addDays, workingDaysBetween } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import type { Move, PoolView } from '../domain/contract.ts';
import { counterpartOf, outsideOf } from '../domain/pool.ts';
import type { latestTransfers } from './ledger.store.ts';

type Row = Awaited<ReturnType<typeof latestTransfers>>[number];

/** A transfer as people read it: on which institution's account, what happened, by what cause, and when it ends by itself. */
export function moveOf(call: Call, row: Row, pools: readonly PoolView[]): Move {
  const accounts = pools.flatMap((pool) => [pool.whole, ...pool.children].map((balance) => ({ pool, balance })));
  const at = (id: string) => accounts.find(({ balance }) => balance.id === id);
  const taken = accounts.find(({ balance }) => counterpartOf(balance.id) === row.to_id);
  const givenBack = accounts.find(({ balance }) => counterpartOf(balance.id) === row.from_id);
  const granted = accounts.find(({ pool, balance }) => balance.id === row.to_id && row.from_id === outsideOf(pool.unit));
  const own = taken ?? givenBack ?? granted ?? at(row.from_id) ?? at(row.to_id);
  return {
    transferId: row.id, account: own?.balance.id ?? '', pool: own?.pool.title ?? '', organisation: own?.balance.organisation ?? '', unit: own?.pool.unit ?? 'post',
    kind: taken ? 'taken' : givenBack ? 'givenBack' : granted ? 'granted' : 'lent', amount: row.amount, state: stateOf(row.state),
    cause: row.cause, note: row.note, link: row.link, on: dayOf(row.made_at), to: at(row.to_id)?.balance.organisation ?? '',
    clock: row.state === 'held' && row.held_until ? clockOf(call, row.made_at, row.held_until) : null,
    loan: row.return_on ? { returnOn: row.return_on, left: row.amount - row.given_back } : null,
  };
}

const states = ['held', 'posted', 'voided', 'expired'] as const;
const stateOf = (state: string): Move['state'] => states.find((each) => each === state) ?? 'posted';

function clockOf({ calendar, clock }: Call, from: Date, until: Date) {
  const dueOn = addDays(dayOf(until), -1);
  return { dueOn, left: workingDaysBetween(calendar, clock.today(), dueOn), total: Math.max(1, workingDaysBetween(calendar, dayOf(from), dueOn)) };
}
