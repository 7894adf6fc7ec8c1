import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import type { Given } from '#platform/domain/contract.ts';
import { drawContract } from '../domain/drawContract.ts';
import { Countdown } from './Countdown.tsx';

type Row = Wire<Given<typeof drawContract.listDraws>['rows'][number]>;

/** Public draws of expert panels: what runs, what is drawn, what became void. */
export default function Draws() {
  const w = useWords();
  const api = useApi(drawContract);
  const draws = useLoad(['draws'], () => api.listDraws(), { every: 30_000 });
  const columns: Column<Row>[] = [
    { key: 'heading', head: w('review.draw.of'), phone: 'main', cell: (row) => <Go to={`/draws/${row.drawId}`}>{row.heading}{row.attempt > 1 ? ` · ${w('review.draw.attempt', { n: row.attempt })}` : ''}</Go> },
    { key: 'state', head: w('review.draw.state'), phone: 'aside', cell: (row) => <b>{w(`review.draw.state.${row.state}`)}</b> },
    { key: 'clock', head: w('review.draw.clock'), phone: 'under', cell: (row) => (row.nextBy ? <Countdown until={row.nextBy} seconds={row.secondsLeft ?? 0} /> : null) },
    { key: 'seats', head: w('review.draw.seats'), phone: 'sub', cell: (row) => w('review.draw.counts', { seats: row.seats, substitutes: row.substitutes, pool: row.pool, excluded: row.excluded }) },
    { key: 'published', head: w('review.draw.publishedAt'), phone: 'hidden', cell: (row) => writtenInstant(row.publishedAt) },
  ];
  return (
    <div className="plain-page stack">
      <PageHead title={w('review.draws')} sub={w('review.draws.sub')} />
      <Loaded of={draws}>{({ rows }) => <DataTable caption={w('review.draws')} columns={columns} rows={rows} rowKey={(row) => row.drawId} empty={<Empty>{w('review.draws.none')}</Empty>} />}</Loaded>
    </div>
  );
}
