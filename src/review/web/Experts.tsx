import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { reviewContract } from '../domain/contract.ts';

type Row = Given<typeof reviewContract.listExperts>['rows'][number];

/** The expert pool: fields, terms, and how burdened each is this year. */
export default function Experts() {
  const w = useWords();
  const api = useApi(reviewContract);
  const experts = useLoad(['experts'], () => api.listExperts());
  const columns: Column<Row>[] = [
    { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <Go to={`/work/people/${row.personId}`}>{row.name}</Go> },
    { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => `${row.organisation}${row.external ? ` · ${w('review.experts.external')}` : ''}` },
    { key: 'fields', head: w('review.experts.fields'), phone: 'under', cell: (row) => row.fields.join('、') },
    { key: 'term', head: w('review.experts.term'), phone: 'hidden', cell: (row) => `${row.from} – ${row.to}` },
    { key: 'load', head: w('review.experts.load'), align: 'right', phone: 'aside', cell: (row) => row.load },
  ];
  return (
    <div className="stack">
      <PageHead title={w('review.experts')} sub={w('review.expertsNote')} />
      <Loaded of={experts}>
        {({ rows }) => <DataTable caption={w('review.experts')} columns={columns} rows={rows} rowKey={(row) => row.expertId} empty={<Empty>{w('review.experts.empty')}</Empty>} />}
      </Loaded>
    </div>
  );
}
