import { Clock } from '#platform/web/Clock.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { bulletinContract } from '../domain/contract.ts';

type Row = Given<typeof bulletinContract.listNotices>['rows'][number];

/** All notices, newest first, with their terms. */
export default function Notices() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const notices = useLoad(['notices'], () => api.listNotices({ query: { limit: 100 } }));
  const columns: Column<Row>[] = [
    { key: 'title', head: w('bulletin.notice.title'), phone: 'main', cell: (row) => <Go to={`/notices/${row.noticeId}`}>{row.title}</Go> },
    { key: 'people', head: w('bulletin.notice.people'), align: 'right', phone: 'aside', cell: (row) => row.people },
    { key: 'term', head: w('bulletin.notice.term'), phone: 'under', cell: (row) => (row.state === 'open' ? <Clock clock={row.clock} mine={false} /> : <span className="sub">{w(`bulletin.notice.state.${row.state}`)} · {row.clock.dueOn}</span>) },
  ];
  return (
    <div className="stack">
      <PageHead title={w('bulletin.notices')} sub={w('bulletin.noticesNote')} />
      <Loaded of={notices}>
        {({ rows }) => <DataTable caption={w('bulletin.notices')} columns={columns} rows={rows} rowKey={(row) => row.noticeId} empty={<Empty>{w('bulletin.notice.empty')}</Empty>} />}
      </Loaded>
    </div>
  );
}
