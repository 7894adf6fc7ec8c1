import type { Balance, PoolView } from '../domain/contract.ts';
import type { Cell, Run } from './squares.ts';

/** One institution's accounts in one or several pools. */
export type Institution = { organisationId: string; name: string; accounts: { pool: PoolView; balance: Balance }[] };

/** Institutions in the order of the pools, each with its accounts. */
export function institutionsOf(pools: readonly PoolView[]): Institution[] {
  const accounts = pools.flatMap((pool) => pool.children.map((balance) => ({ pool, balance })));
  return [...Map.groupBy(accounts, ({ balance }) => balance.organisationId)].map(([organisationId, own]) => ({ organisationId, name: own[0]?.balance.organisation ?? '', accounts: own }));
}

/** The kinds of places on the page, each once. */
export const kindsOf = (pools: readonly PoolView[]): string[] => [...new Set(pools.filter((pool) => pool.unit !== 'fen').map((pool) => pool.kind))];

/** The mark of places in use, by their kind. */
export const usedCell = (kinds: readonly string[], kind: string): Cell => (kinds.indexOf(kind) > 0 ? 'used-1' : 'used-0');

/** Sums over accounts; what is lent and what is borrowed are told apart. */
export function sumOf(accounts: readonly { balance: Balance }[]) {
  const sum = (of: (balance: Balance) => number) => accounts.reduce((total, { balance }) => total + of(balance), 0);
  return {
    granted: sum((each) => each.granted), used: sum((each) => each.used), held: sum((each) => each.held), free: sum((each) => each.free),
    lent: sum((each) => Math.max(0, each.lent)), borrowed: sum((each) => Math.max(0, -each.lent)),
  };
}

/** The runs of squares of an institution: in use by kind, held, lent, free; borrowed places that stand empty are drawn apart. */
export function runsOf({ accounts }: Institution, kinds: readonly string[]): Run[] {
  const { held, lent, free, borrowed } = sumOf(accounts);
  const apart = Math.min(borrowed, free);
  const used = kinds.map((kind) => ({ cell: usedCell(kinds, kind), count: sumOf(accounts.filter(({ pool }) => pool.kind === kind)).used }));
  const runs: Run[] = [...used, { cell: 'held', count: held }, { cell: 'lent', count: lent }, { cell: 'free', count: free - apart }, { cell: 'borrowed', count: apart }];
  return [...Map.groupBy(runs, ({ cell }) => cell)].map(([cell, same]) => ({ cell, count: same.reduce((total, { count }) => total + count, 0) })).filter(({ count }) => count > 0);
}
