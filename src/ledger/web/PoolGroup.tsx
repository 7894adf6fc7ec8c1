import { Go } from '#platform/web/Go.tsx';
import { OccupancySquares } from '#platform/web/OccupancySquares.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { PoolView } from '../domain/contract.ts';

type Balance = PoolView['whole'];

/** The pools of one document, a row an institution. */
export function PoolGroup({ group, pools }: { group: string; pools: PoolView[] }) {
  const w = useWords();
  return (
    <div className="ledger-group">
      {pools.map((pool) => (
        <div key={pool.code}>
          <h3>
            <Go to={`/work/ledger/account?id=${pool.code}`}>{pool.title}</Go>
            <span>{pool.unit === 'fen' ? writtenFen(pool.whole.granted, w) : pool.whole.granted} {pool.unverified ? <Unverified /> : null}</span>
            <em>{pool.document || group}</em>
          </h3>
          {(pool.children.length ? pool.children : [pool.whole]).map((row) => <BalanceRow key={row.id} pool={pool} row={row} />)}
        </div>
      ))}
    </div>
  );
}

function BalanceRow({ pool, row }: { pool: PoolView; row: Balance }) {
  const w = useWords();
  const shown = (amount: number) => (pool.unit === 'fen' ? writtenFen(amount, w) : String(amount));
  return (
    <div className="ledger-row">
      <b>{row.organisation || w('ledger.whole')}</b>
      {pool.unit === 'fen' ? <FenBar row={row} /> : <OccupancySquares used={row.used} held={row.held} lent={Math.max(0, row.lent)} free={row.free} most={640} />}
      <span className="r">
        <Go to={`/work/ledger/account?id=${encodeURIComponent(row.id)}`}>{w('ledger.rest', { n: shown(row.free) })}</Go>
        <small>{w('ledger.row', { used: shown(row.used), held: shown(row.held) })}{row.lent < 0 ? ` · ${w('ledger.borrowed', { n: -row.lent })}` : ''}</small>
      </span>
    </div>
  );
}

function FenBar({ row }: { row: Balance }) {
  const share = (amount: number) => `${row.granted ? (amount * 100) / row.granted : 0}%`;
  return <span className="fen-bar" aria-hidden="true"><i className="used" style={{ width: share(row.used) }} /><i className="held" style={{ width: share(row.held) }} /></span>;
}
