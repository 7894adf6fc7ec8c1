import { useState } from 'react';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { RoundView } from './RoundCockpit.tsx';

type Row = RoundView['subjects'][number];
type Choice = 'all' | 'open' | 'late' | 'spread';

/** From how many tenths of a point between the lowest and the highest score a file counts as disputed. */
const wideTenths = 150;
const spreadOf = ({ low, high }: Row) => (high ?? 0) - (low ?? 0);
const shown: Record<Choice, (row: Row) => boolean> = {
  all: () => true, open: (row) => row.size === 0 || row.received < row.size, late: ({ late }) => late > 0, spread: (row) => spreadOf(row) >= wideTenths,
};
const mostShown = 100;

/** The files of a round, those whose scores spread first; means stay hidden until a panel is complete. */
export function RoundFiles({ view }: { view: RoundView }) {
  const w = useWords();
  const [choice, setChoice] = useState<Choice>('all');
  const rows = view.subjects.filter(shown[choice]).toSorted((one, other) => spreadOf(other) - spreadOf(one) || one.number - other.number);
  const columns: Column<Row>[] = [
    { key: 'number', head: w('review.round.number'), width: 64, phone: 'aside', cell: (row) => row.number },
    { key: 'heading', head: w('review.subject'), phone: 'main', cell: (row) => <Go to={`/work/cases/${row.subject}`}>{row.heading}</Go> },
    { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => row.organisation },
    { key: 'received', head: w('review.round.received'), align: 'right', phone: 'hidden', cell: (row) => (row.size === 0 ? w('review.round.unassigned') : `${row.received} / ${row.size}`) },
    { key: 'mean', head: w('review.round.mean'), align: 'right', phone: 'hidden', cell: (row) => (row.mean === null ? w('review.round.hidden') : (row.mean / 10).toFixed(1)) },
    { key: 'spread', head: w('review.round.spread'), phone: 'under', cell: (row) => (row.mean === null ? '' : <Spread row={row} />) },
  ];
  return (
    <Section title={w('review.round.filesTitle')} note={w('review.round.filesNote')}>
      <FilterLine
        label={w('review.round.filesTitle')} value={choice} onPick={(key) => setChoice(key as Choice)}
        choices={(['all', 'open', 'late', 'spread'] as const).map((key) => ({ key, label: w(`review.round.pick.${key}`), count: view.subjects.filter(shown[key]).length }))}
      />
      <DataTable
        caption={w('review.round.filesTitle')} columns={columns} rows={rows.slice(0, mostShown)} rowKey={(row) => row.subject} empty={<Empty>{w('review.round.noFiles')}</Empty>}
        exportTo={`/api/exports/review-round?reviewRoundId=${view.reviewRoundId}`} foot={rows.length > mostShown ? <span className="cap">{w('review.round.firstOf', { n: mostShown, all: rows.length })}</span> : null}
      />
    </Section>
  );
}

/** Lowest and highest score on a scale of 0 to 100; the words say the same. */
function Spread({ row }: { row: Row }) {
  const low = (row.low ?? 0) / 10;
  const high = (row.high ?? 0) / 10;
  return <span className="nw"><span className="spread" aria-hidden="true"><i style={{ left: `${low}%`, width: `${Math.max(1, high - low)}%` }} /></span> {low.toFixed(1)}–{high.toFixed(1)}</span>;
}
