import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { ProgressLine } from '#platform/web/ProgressLine.tsx';
import { useSession } from '#platform/web/useActor.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { platformContract } from '#platform/domain/platformContract.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';

type Row = Wire<Given<typeof assignmentContract.listReviewRounds>['rows'][number]>;

/** The office's review rounds: what is late, how far each is. */
export default function RoundList() {
  const w = useWords();
  const api = useApi(assignmentContract);
  const platform = useApi(platformContract);
  const rounds = useLoad(['reviewRounds'], () => api.listReviewRounds(), { every: 30_000 });
  const told = useLoad(['demoAccounts'], () => platform.demoAccounts(), { every: 5_000, when: useSession().demo });
  const columns: Column<Row>[] = [
    { key: 'heading', head: w('review.round.heading'), phone: 'main', cell: (row) => <Go to={`/work/reviews/${row.reviewRoundId}`}>{row.heading}</Go> },
    { key: 'state', head: w('review.round.state'), phone: 'aside', cell: (row) => w(`review.round.state.${row.state}`) },
    { key: 'files', head: w('review.round.files'), align: 'right', phone: 'sub', cell: (row) => w('review.round.filesDone', { done: row.complete, n: row.files }) },
    { key: 'scored', head: w('review.round.scored'), align: 'right', phone: 'hidden', cell: (row) => `${row.scored} / ${row.seats}` },
    { key: 'late', head: w('review.round.late'), align: 'right', phone: 'under', cell: (row) => (row.late > 0 ? <b className="late">{w('review.round.lateN', { n: row.late })}</b> : '0') },
    { key: 'draw', head: w('review.round.draw'), phone: 'hidden', cell: (row) => (row.draw ? w(`review.draw.state.${row.draw}`) : '') },
    { key: 'due', head: w('review.due'), phone: 'hidden', cell: (row) => row.dueOn ?? '' },
  ];
  return (
    <div className="stack">
      <PageHead title={w('review.rounds')} sub={w('review.rounds.sub')} />
      {told.value?.telling ? <ProgressLine label={w('platform.signIn.telling')} done={told.value.telling.done} total={told.value.telling.total} /> : null}
      <Loaded of={rounds}>{({ rows }) => <DataTable caption={w('review.rounds')} columns={columns} rows={rows} rowKey={(row) => row.reviewRoundId} empty={<Empty>{w('review.rounds.none')}</Empty>} />}</Loaded>
    </div>
  );
}
