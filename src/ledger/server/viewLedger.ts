import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import type { ledgerContract, Move, PoolView } from '../domain/contract.ts';
import type { Unit } from '../domain/pool.ts';
import { balancesOn, type DayBalance } from './balancesOn.ts';
import { latestTransfers } from './ledger.store.ts';
import { poolsOf } from './openPools.ts';

type Organisations = Map<string, { name: string; path: string }>;

/** Every pool at the end of a day; an institution sees its own accounts and the pools' totals. */
export async function viewLedger(call: Call, day = call.clock.today()): Promise<Answer<Given<typeof ledgerContract.viewLedger>>> {
  const { pools, organisations } = await poolsAt(call, day);
  const mine = (move: Move) => pools.some((pool) => [pool.whole, ...pool.children].some((each) => each.id === move.account));
  const holds = (await latestTransfers(call, { held: true, limit: 20 })).map((row) => moveOf(row, pools, organisations)).filter(mine);
  const latest = (await latestTransfers(call, { limit: 20 })).map((row) => moveOf(row, pools, organisations)).filter(mine);
  return yes({ day, pools, holds, latest });
}

async function poolsAt(call: Call, day: string): Promise<{ pools: PoolView[]; organisations: Organisations }> {
  const balances = await balancesOn(call, { day });
  const organisations: Organisations = new Map((await organisationTree(call)).map((each) => [each.id, { name: each.name, path: each.path }]));
  const seen = balances.ok ? balances.value.filter((row) => mayRead(call, organisations, row.organisationId)) : [];
  const pools = poolsOf(call.region).flatMap((pool) => {
    const rows = seen.filter((row) => row.pool === pool.code);
    const whole = rows.find((row) => row.id === pool.code);
    if (!whole) return [];
    const { code, title, group, unit, document, unverified, loans } = pool;
    const allotted = (row: DayBalance) => pool.allot[row.organisationId.slice(call.regionId.length + 1)] ?? pool.total;
    const view = (row: DayBalance) => ({
      id: row.id, organisationId: row.organisationId, organisation: organisations.get(row.organisationId)?.name ?? '', granted: row.granted, used: row.used, held: row.held, free: row.free,
      lent: row.id === code ? 0 : allotted(row) - row.granted,
    });
    return [{ code, title, group, unit, document, unverified, loans, whole: view(whole), children: rows.filter((row) => row.id !== code).map(view) }];
  });
  return { pools, organisations };
}

/** The bureau and leaders read all; an institution its own subtree; totals are everybody's. */
function mayRead({ actor }: Call, organisations: Organisations, organisationId: string): boolean {
  if (actor.role !== 'employer' || organisationId === '') return true;
  const path = organisations.get(organisationId)?.path ?? '';
  return path === actor.organisationPath || path.startsWith(`${actor.organisationPath}.`);
}

type Row = Awaited<ReturnType<typeof latestTransfers>>[number];

function moveOf(row: Row, pools: PoolView[], organisations: Organisations): Move {
  const used = row.to_id.endsWith('/used');
  const back = row.from_id.endsWith('/used');
  const account = back ? row.to_id : row.from_id.startsWith('outside/') ? row.to_id : row.from_id;
  const [code = '', organisationId = ''] = account.split('/');
  const pool = pools.find((each) => each.code === code);
  return {
    transferId: row.id, account, pool: pool?.title ?? code, organisation: organisations.get(organisationId)?.name ?? '', unit: pool?.unit ?? ('post' satisfies Unit),
    kind: used ? 'taken' : back ? 'givenBack' : row.from_id.startsWith('outside/') ? 'granted' : 'lent', amount: row.amount, state: row.state as Move['state'], cause: row.cause,
    on: dayOf(row.made_at), until: row.held_until ? dayOf(row.held_until) : null,
  };
}

/** One account and what moved on it. */
export async function viewAccount(call: Call, id: string): Promise<Answer<Given<typeof ledgerContract.viewAccount>>> {
  const { pools, organisations } = await poolsAt(call, call.clock.today());
  const pool = pools.find((each) => [each.whole, ...each.children].some((row) => row.id === id));
  const account = pool && [pool.whole, ...pool.children].find((row) => row.id === id);
  if (!pool || !account) return no('notFound');
  const moves = await latestTransfers(call, { account: id, limit: 100 });
  return yes({ pool, account, moves: moves.map((row) => moveOf(row, pools, organisations)) });
}
