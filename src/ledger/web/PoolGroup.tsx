import { Go } from '#platform/web/Go.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { Balance, PoolView } from '../domain/contract.ts';
import { institutionsOf, runsOf, sumOf, type Institution } from './institutions.ts';
import { Squares } from './Squares.tsx';

/** The pools of one group: what the documents grant, then a row an institution over all of them. */
export function PoolGroup({ group, pools, kinds, selected, onSelect }: { group: string; pools: PoolView[]; kinds: string[]; selected: string; onSelect: (organisationId: string) => void }) {
  const places = pools.filter((pool) => pool.unit !== 'fen');
  return (
    <div className="ledger-group">
      <h3>
        {group} <span><Grants pools={pools} />{pools.some((pool) => pool.unverified) ? <> <Unverified /></> : null}</span>
        <em>{[...new Set(pools.map((pool) => pool.document))].join(' · ')}</em>
      </h3>
      {[...new Set(pools.map((pool) => pool.note))].filter(Boolean).map((note) => <p key={note} className="cap">{note}</p>)}
      {pools.filter((pool) => pool.unit === 'fen').map((pool) => <FenRow key={pool.code} pool={pool} balance={pool.whole} />)}
      {institutionsOf(places).map((each) => (
        <PlacesRow key={each.organisationId} institution={each} kinds={kinds} selected={selected === each.organisationId} onSelect={() => onSelect(each.organisationId)} />
      ))}
    </div>
  );
}

/** “256 approved + 1728 filed = 1984”, each number opening its pool. */
function Grants({ pools }: { pools: PoolView[] }) {
  const w = useWords();
  const shown = (pool: PoolView) => (pool.unit === 'fen' ? writtenFen(pool.whole.granted, w) : `${pool.whole.granted} ${pool.kind}`);
  return (
    <>
      {pools.map((pool, index) => <span key={pool.code}>{index ? ' + ' : ''}<Go to={`/work/ledger/account?id=${pool.code}`} look="opens">{shown(pool)}</Go></span>)}
      {pools.length > 1 ? ` = ${pools.reduce((sum, pool) => sum + pool.whole.granted, 0)}` : ''}
    </>
  );
}

function PlacesRow({ institution, kinds, selected, onSelect }: { institution: Institution; kinds: string[]; selected: boolean; onSelect: () => void }) {
  const w = useWords();
  const { used, held, lent, borrowed, free } = sumOf(institution.accounts);
  const parts = [w('ledger.row.used', { n: used }), w('ledger.row.held', { n: held }), ...(lent ? [w('ledger.row.lent', { n: lent })] : []), ...(borrowed ? [w('ledger.row.borrowed', { n: borrowed })] : [])];
  return (
    <div className={selected ? 'ledger-row selected' : 'ledger-row'}>
      <button type="button" className="ledger-name" aria-pressed={selected} onClick={onSelect}>{institution.name}</button>
      <Squares runs={runsOf(institution, kinds)} />
      <span className="r">{w('ledger.row.free')} <b>{free}</b><small>{parts.join(' · ')}</small></span>
    </div>
  );
}

function FenRow({ pool, balance }: { pool: PoolView; balance: Balance }) {
  const w = useWords();
  const share = (amount: number) => `${balance.granted ? (amount * 100) / balance.granted : 0}%`;
  return (
    <div className="ledger-row">
      <Go to={`/work/ledger/account?id=${encodeURIComponent(balance.id)}`}>{pool.title}</Go>
      <span className="fen-bar" aria-hidden="true"><i className="used" style={{ width: share(balance.used) }} /><i className="held" style={{ width: share(balance.held) }} /></span>
      <span className="r">{w('ledger.row.free')} <b>{writtenFen(balance.free, w)}</b><small>{w('ledger.row.used', { n: writtenFen(balance.used, w) })} · {w('ledger.row.held', { n: writtenFen(balance.held, w) })}</small></span>
    </div>
  );
}
