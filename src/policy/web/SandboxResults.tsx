import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { costText, Heads, useBehind, writtenHeads } from './Heads.tsx';
import { labelled } from './labelled.tsx';
import type { SandboxView, SlideView } from './policyView.ts';
import type { Draft } from './sandboxAsk.ts';
import { SandboxInstitutions } from './SandboxInstitutions.tsx';
import { SandboxYears } from './SandboxYears.tsx';

type Shown = { report: SandboxView; slide: SlideView; draft: Draft };

/** What the tried text and values would change: figures, then by result, by institution, by year, and what is not known. */
export function SandboxResults({ report, slide, draft }: Shown) {
  return (
    <>
      <Totals report={report} slide={slide} draft={draft} />
      <ByResult report={report} slide={slide} draft={draft} />
      <SandboxInstitutions rows={slide.institutions} lists={report.lists} draft={draft} />
      <SandboxYears years={report.years} unverified={report.cost.unverified} lists={report.lists} draft={draft} />
      <Missing report={report} draft={draft} />
    </>
  );
}

function Totals({ report, slide: { results, cost, movedPeople }, draft }: Shown) {
  const w = useWords();
  const behind = useBehind(draft);
  const to = (of: string) => (report.lists ? behind({ of }) : undefined);
  const sum = (key: 'gains' | 'loses' | 'becomesUnknown') => (results.some((each) => each[key] === null) ? null : results.reduce((total, each) => total + (each[key] ?? 0), 0));
  const outside = report.outside.some(({ people }) => people === null) ? null : report.outside.reduce((total, { people }) => total + (people ?? 0), 0);
  return (
    <FigureStrip>
      <Figure label={w('policy.sandbox.gains')} value={writtenHeads(sum('gains'), w)} note={w('policy.sandbox.of', { n: report.snapshot.people, moved: writtenHeads(movedPeople, w) })} to={to('gains')} />
      <Figure label={w('policy.sandbox.loses')} value={writtenHeads(sum('loses'), w)} to={to('loses')} />
      <Figure label={w('policy.sandbox.becomesUnknown')} value={writtenHeads(sum('becomesUnknown'), w)} to={to('becomesUnknown')} />
      <Figure label={w('policy.sandbox.outside')} value={writtenHeads(outside, w)} note={w('policy.sandbox.outside.note')} to={to('outside')} />
      <Figure label={<>{w('policy.sandbox.cost')} {cost.unverified ? <Unverified /> : null}</>} value={writtenFen(cost.after.sure, w)} note={<>{w('policy.sandbox.cost.before', { sum: writtenFen(cost.before.sure, w) })}<br />{w('policy.sandbox.cost.possible', { sum: costText(cost.after, w) })}</>} to={to('entitled')} />
    </FigureStrip>
  );
}

function ByResult({ report, slide: { results }, draft }: Shown) {
  const w = useWords();
  const outside = new Map(report.outside.map(({ result, people }) => [result, people]));
  const cell = (of: string, key: 'gains' | 'loses' | 'becomesUnknown' | 'after') => (row: SlideView['results'][number]) =>
    <Heads count={row[key]} behind={report.lists ? { of, result: row.name } : undefined} draft={draft} />;
  return (
    <Section title={w('policy.sandbox.byResult')}>
      <DataTable caption={w('policy.sandbox.byResult')} rows={results} rowKey={(row) => row.name} columns={labelled<SlideView['results'][number]>([
        { key: 'name', head: w('policy.results'), phone: 'main', cell: (row) => <>{row.name} {row.change === 'same' ? null : <Tag>{w(`policy.sandbox.change.${row.change}`)}</Tag>}</> },
        { key: 'before', head: w('policy.sandbox.before'), align: 'right', cell: (row) => writtenHeads(row.before, w) },
        { key: 'after', head: w('policy.sandbox.after'), align: 'right', phone: 'aside', cell: cell('entitled', 'after') },
        { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: cell('gains', 'gains') },
        { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: cell('loses', 'loses') },
        { key: 'unknown', head: w('policy.sandbox.becomesUnknown'), align: 'right', cell: cell('becomesUnknown', 'becomesUnknown') },
        { key: 'outside', head: w('policy.sandbox.outside'), align: 'right', cell: (row) => <Heads count={outside.get(row.name) ?? 0} behind={report.lists ? { of: 'outside', result: row.name } : undefined} draft={draft} /> },
      ])} />
    </Section>
  );
}

function Missing({ report: { missing, lists }, draft }: { report: SandboxView; draft: Draft }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.missing')} note={w('policy.sandbox.missing.note')}>
      <DataTable caption={w('policy.sandbox.missing')} rows={missing} rowKey={(row) => row.fact} empty={<Empty>{w('policy.sandbox.missing.none')}</Empty>} columns={labelled<SandboxView['missing'][number]>([
        { key: 'fact', head: w('policy.sandbox.fact'), phone: 'main', cell: (row) => row.fact },
        { key: 'fresh', head: w('policy.sandbox.becomesUnknown'), align: 'right', cell: (row) => writtenHeads(row.becomesUnknown, w) },
        { key: 'people', head: w('policy.sandbox.people'), align: 'right', phone: 'aside', cell: (row) => <Heads count={row.people} behind={lists ? { of: 'lacking', fact: row.fact } : undefined} draft={draft} /> },
      ])} />
    </Section>
  );
}
