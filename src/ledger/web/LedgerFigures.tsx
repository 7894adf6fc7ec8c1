import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { PoolView } from '../domain/contract.ts';
import { sumOf } from './institutions.ts';

/** The totals over all pools of places, in one ruled row. */
export function LedgerFigures({ pools }: { pools: PoolView[] }) {
  const w = useWords();
  const total = sumOf(pools.map((pool) => ({ balance: pool.whole })));
  const { lent } = sumOf(pools.flatMap((pool) => pool.children.map((balance) => ({ balance }))));
  const groups = [...Map.groupBy(pools, (pool) => pool.group).values()].map((members) => sumOf(members.map((pool) => ({ balance: pool.whole }))).granted);
  const share = total.granted ? `${((total.used * 100) / total.granted).toFixed(1)}%` : undefined;
  return (
    <FigureStrip>
      <Figure label={w('ledger.granted')} value={total.granted} note={groups.length > 1 ? groups.join(' + ') : undefined} />
      <Figure label={w('ledger.used')} value={total.used} note={share} />
      <Figure label={w('ledger.held')} value={total.held} note={w('ledger.held.note')} />
      {pools.some((pool) => pool.loans) ? <Figure label={w('ledger.loans')} value={lent} note={w('ledger.loans.note')} /> : null}
      <Figure label={w('ledger.free')} value={total.free} />
    </FigureStrip>
  );
}
