import { DateField } from '#platform/web/DateField.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ledgerContract, type Move, type PoolView } from '../domain/contract.ts';
import { InstitutionPanel } from './InstitutionPanel.tsx';
import { institutionsOf, kindsOf, usedCell } from './institutions.ts';
import { LedgerFigures } from './LedgerFigures.tsx';
import { Moves } from './Moves.tsx';
import { PoolGroup } from './PoolGroup.tsx';
import { PoolTable } from './PoolTable.tsx';
import { SquareKey, SquareMarks } from './Squares.tsx';
import type { Cell } from './squares.ts';
import './ledger.css';

/** What is scarce, counted: pools by institution as squares, holds that end, the same numbers as a table. */
export default function Ledger() {
  const w = useWords();
  const today = useToday();
  const api = useApi(ledgerContract);
  const [asked, setAsked] = useSearchText('day');
  const [at, setAt] = useSearchText('at');
  const day = asked || today;
  const ledger = useLoad(['ledger', day, at], () => api.viewLedger({ query: { day, ...(at ? { organisation: at } : {}) } }));
  const aside = (
    <div className="row ledger-tools">
      <DateField label={w('ledger.day')} required value={day} max={today} onChange={setAsked} />
      <a className="button small" href={downloadOf('/api/exports/ledger', { day })} download>{w('ledger.export')}</a>
    </div>
  );
  return (
    <div className="stack">
      <PageHead title={w('ledger.title')} sub={w('ledger.sub', { day })} aside={aside} />
      <Loaded of={ledger}>
        {({ pools, holds, latest }) => (pools.length === 0 ? <Empty>{w('ledger.empty')}</Empty> : <Book {...{ pools, holds, latest, at, setAt }} past={day !== today} />)}
      </Loaded>
    </div>
  );
}

type BookOf = { pools: PoolView[]; holds: Move[]; latest: Move[]; at: string; setAt: (at: string) => void; past: boolean };

function Book({ pools, holds, latest, at, setAt, past }: BookOf) {
  const w = useWords();
  const kinds = kindsOf(pools);
  const institutions = institutionsOf(pools.filter((pool) => pool.unit !== 'fen'));
  const selected = institutions.find((each) => each.organisationId === at) ?? institutions[0];
  return (
    <>
      <SquareMarks />
      <LedgerFigures pools={pools.filter((pool) => pool.unit !== 'fen')} />
      <div className="beside">
        <Section title={w('ledger.byInstitution')}>
          <Legend kinds={kinds} loans={pools.some((pool) => pool.loans)} />
          {[...Map.groupBy(pools, (pool) => pool.group)].map(([group, members]) => (
            <PoolGroup key={group} group={group} pools={members} kinds={kinds} selected={selected?.organisationId ?? ''} onSelect={setAt} />
          ))}
        </Section>
        <div className="stack">
          {selected ? <InstitutionPanel institution={selected} all={at ? () => setAt('') : undefined} /> : null}
          {past ? null : <Section title={w('ledger.holds')}><Moves rows={holds} empty={w('ledger.holds.none')} /></Section>}
          <Section title={w('ledger.latest')}><Moves rows={latest.filter((row) => row.state !== 'held').slice(0, 8)} empty={w('ledger.latest.none')} /></Section>
        </div>
      </div>
      <Section title={w('ledger.table')} note={w('ledger.tableNote')}><PoolTable pools={pools} /></Section>
    </>
  );
}

function Legend({ kinds, loans }: { kinds: string[]; loans: boolean }) {
  const w = useWords();
  const lent: [Cell, string][] = loans ? [['lent', w('ledger.lent')], ['borrowed', w('ledger.legend.borrowed')]] : [];
  const marks: [Cell, string][] = [
    ...kinds.map((kind): [Cell, string] => [usedCell(kinds, kind), kind ? w('ledger.legend.used', { kind }) : w('ledger.used')]),
    ['held', w('ledger.legend.held')], ...lent, ['free', w('ledger.free')],
  ];
  return <p className="ledger-legend">{marks.map(([cell, text]) => <span key={text}><SquareKey cell={cell} /> {text}</span>)}</p>;
}
