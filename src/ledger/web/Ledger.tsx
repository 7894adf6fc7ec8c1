import { DateField } from '#platform/web/DateField.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ledgerContract, type PoolView } from '../domain/contract.ts';
import { Moves } from './Moves.tsx';
import { PoolGroup } from './PoolGroup.tsx';
import { PoolTable } from './PoolTable.tsx';
import './ledger.css';

/** What is scarce, counted: pools by institution as squares, holds that end, the same numbers as a table. */
export default function Ledger() {
  const w = useWords();
  const today = useToday();
  const api = useApi(ledgerContract);
  const [asked, setAsked] = useSearchText('day');
  const day = asked || today;
  const ledger = useLoad(['ledger', day], () => api.viewLedger({ query: { day } }));
  return (
    <div className="stack">
      <PageHead title={w('ledger.title')} sub={w('ledger.sub', { day })} aside={<DateField label={w('ledger.day')} required value={day} max={today} onChange={setAsked} />} />
      <Loaded of={ledger}>
        {({ pools, holds, latest }) => pools.length === 0 ? <Empty>{w('ledger.empty')}</Empty> : (
          <>
            <Totals pools={pools.filter((pool) => pool.unit !== 'fen')} />
            <div className="beside">
              <Section title={w('ledger.byInstitution')} note={<Legend />}>
                {groupsOf(pools).map(([group, members]) => <PoolGroup key={group} group={group} pools={members} />)}
              </Section>
              <div className="stack">
                <Section title={w('ledger.holds')}><Moves rows={holds} empty={w('ledger.holds.none')} /></Section>
                <Section title={w('ledger.latest')}><Moves rows={latest.slice(0, 8)} empty={w('ledger.latest.none')} /></Section>
              </div>
            </div>
            <Section title={w('ledger.table')} note={w('ledger.tableNote')}><PoolTable pools={pools} /></Section>
          </>
        )}
      </Loaded>
    </div>
  );
}

const groupsOf = (pools: readonly PoolView[]): [string, PoolView[]][] => [...Map.groupBy(pools, (pool) => pool.group)];

function Totals({ pools }: { pools: PoolView[] }) {
  const w = useWords();
  const sum = (key: 'granted' | 'used' | 'held' | 'free') => pools.reduce((total, pool) => total + pool.whole[key], 0);
  const granted = sum('granted');
  return (
    <FigureStrip>
      <Figure label={w('ledger.granted')} value={granted} note={pools.map((pool) => pool.whole.granted).join(' + ')} />
      <Figure label={w('ledger.used')} value={sum('used')} note={granted ? `${(Math.round((sum('used') * 1000) / granted) / 10).toFixed(1)}%` : ''} />
      <Figure label={w('ledger.held')} value={sum('held')} />
      <Figure label={w('ledger.free')} value={sum('free')} />
    </FigureStrip>
  );
}

function Legend() {
  const w = useWords();
  return (
    <span className="ledger-legend squares">
      {(['used', 'held', 'lent', 'free'] as const).map((mark) => <span key={mark}><i className={mark} aria-hidden="true" /> {w(`ledger.${mark}`)}</span>)}
    </span>
  );
}
