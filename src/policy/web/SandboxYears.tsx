import { DataTable } from '#platform/web/DataTable.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { costText, Heads, writtenHeads } from './Heads.tsx';
import { labelled } from './labelled.tsx';
import type { SandboxView } from './policyView.ts';
import type { Draft } from './sandboxAsk.ts';

type Row = SandboxView['years'][number];

/** Who becomes entitled in which year and what is paid, published beside tried, if nothing but time changes. */
export function SandboxYears({ years, unverified, lists, draft }: { years: Row[]; unverified: boolean; lists: boolean; draft: Draft }) {
  const w = useWords();
  return (
    <Section title={<>{w('policy.sandbox.years')} {unverified ? <Unverified /> : null}</>} note={w('policy.sandbox.years.note')}>
      <Bars years={years} />
      <DataTable caption={w('policy.sandbox.years')} rows={years} rowKey={(row) => String(row.year)} columns={labelled<Row>([
        { key: 'year', head: w('policy.sandbox.year'), phone: 'main', cell: (row) => <>{row.year}<span className="cap">{w('policy.sandbox.onDay', { day: row.day })}</span></> },
        { key: 'entitled', head: w('policy.sandbox.entitled'), align: 'right', cell: (row) => `${writtenHeads(row.before.entitled, w)} → ${writtenHeads(row.after.entitled, w)}` },
        { key: 'fresh', head: w('policy.sandbox.fresh'), align: 'right', cell: (row) => <><span>{writtenHeads(row.before.fresh, w)} → </span><Heads count={row.after.fresh} behind={lists ? { of: 'fresh', year: String(row.year) } : undefined} draft={draft} /></> },
        { key: 'lapsed', head: w('policy.sandbox.lapsed'), align: 'right', cell: (row) => `${writtenHeads(row.before.lapsed, w)} → ${writtenHeads(row.after.lapsed, w)}` },
        { key: 'paid', head: w('policy.sandbox.paid'), align: 'right', phone: 'aside', cell: (row) => <span className="nw">{writtenFen(row.before.paid.sure, w)} → <b>{writtenFen(row.after.paid.sure, w)}</b><span className="cap">{w('policy.sandbox.cost.possible', { sum: costText(row.after.paid, w) })}</span></span> },
      ])} />
    </Section>
  );
}

/** The table as bars: published above tried, sure in full, possible in outline. */
function Bars({ years }: { years: Row[] }) {
  const most = Math.max(1, ...years.flatMap(({ before, after }) => [before, after].map(({ paid }) => paid.possible ?? paid.sure)));
  const part = (fen: number) => `${(fen / most) * 100}%`;
  const bar = (kind: 'before' | 'after', { paid }: Row['before']) => (
    <div className={`bar ${kind}`}>
      {(paid.possible ?? paid.sure) > 0 ? <i className="possible" style={{ width: part(paid.possible ?? paid.sure) }} /> : null}<i className="sure" style={{ width: part(paid.sure) }} />
    </div>
  );
  return <div className="year-bars" aria-hidden="true">{years.map((row) => <div key={row.year} className="year"><span>{row.year}</span><div>{bar('before', row.before)}{bar('after', row.after)}</div></div>)}</div>;
}
