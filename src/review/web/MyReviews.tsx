import { Clock } from '#platform/web/Clock.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { reviewContract } from '../domain/contract.ts';

type Row = Given<typeof reviewContract.listOwnReviews>['rows'][number];

/** A reviewer's home: what waits by its clock, round by round, then what is done. */
export default function MyReviews() {
  const w = useWords();
  const api = useApi(reviewContract);
  const reviews = useLoad(['reviews'], () => api.listOwnReviews());
  return (
    <div className="stack">
      <PageHead title={w('review.mine')} />
      <Loaded of={reviews}>
        {({ rows }) => (
          <>
            <Rows title={w('review.waiting')} waiting rows={rows.filter((row) => row.state === 'invited')} />
            <Rows title={w('review.finished')} rows={rows.filter((row) => row.state !== 'invited')} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Rows({ title, rows, waiting = false }: { title: string; rows: Row[]; waiting?: boolean }) {
  const w = useWords();
  const grouped = rows.some(({ round }) => round !== null);
  const inRound = Map.groupBy(rows, ({ round }) => round ?? w('review.single'));
  const columns: Column<Row>[] = [
    { key: 'heading', head: w('review.subject'), phone: 'main', cell: (row) => <b>{row.number === null ? row.heading : `${w('review.numbered', { n: row.number })} ${row.heading}`}</b> },
    { key: 'sheet', head: w('review.form'), phone: 'sub', cell: (row) => `${row.sheet}${row.drafted ? ` · ${w('review.begun')}` : ''}` },
    { key: 'clock', head: w('review.due'), phone: 'under', cell: (row) => (row.state === 'invited' ? <Clock clock={row.clock} /> : <Outcome row={row} />) },
    { key: 'act', head: '', align: 'right', phone: 'aside', cell: (row) => (row.state !== 'invited' && row.state !== 'scored' ? null : <Go to={`/work/reviews/${row.panelId}`} look="button">{w(waiting ? 'review.open' : 'review.read')}</Go>) },
  ];
  return (
    <Section title={title} waiting={waiting && rows.length > 0} note={w('review.countIn', { n: rows.length })}>
      <DataTable
        caption={title} columns={columns} rows={[...inRound.values()].flat()} rowKey={(row) => row.panelId} empty={<Empty>{w('review.none')}</Empty>}
        {...(grouped ? { group: (row: Row) => w('review.groupOf', { round: row.round ?? w('review.single'), n: inRound.get(row.round ?? w('review.single'))?.length ?? 0 }) } : {})}
      />
    </Section>
  );
}

function Outcome({ row }: { row: Row }) {
  const w = useWords();
  return <span className="sub">{row.score === null ? w(`review.state.${row.state}`) : w('review.scoreIs', { n: row.score / 10 })}</span>;
}
