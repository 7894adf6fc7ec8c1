import './portal.css';
import { openContract } from '#policy/domain/openContract.ts';
import { ForceTag } from '#policy/web/public.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';

/** The policies of the region, each with its versions' first days. */
export default function Policies() {
  const w = useWords();
  const api = useApi(openContract);
  const load = useLoad(['policy', 'list'], () => api.listPolicies());
  return (
    <div className="plain-page">
      <PageHead title={w('attract.policies')} sub={w('attract.policies.sub')} />
      <Loaded of={load}>
        {({ rows }) => (
          <DataTable
            caption={w('attract.policies')}
            rows={rows}
            rowKey={(row) => `${row.code}@${row.version}`}
            empty={<Empty>{w('attract.policies.none')}</Empty>}
            columns={[
              { key: 'title', head: w('attract.policies.title'), phone: 'main', cell: (row) => <><Go to={`/policies/${row.code}/${row.version}`}>{row.title}</Go><span className="cap">{row.documents.join(w('platform.listComma'))}</span></> },
              { key: 'version', head: w('attract.policies.version'), phone: 'under', cell: (row) => w('attract.policies.from', { version: row.version, date: row.from }) },
              { key: 'now', head: w('attract.policies.now'), phone: 'aside', cell: (row) => <ForceTag of={row} /> },
              { key: 'open', head: '', phone: 'aside', align: 'right', cell: (row) => (row.unverified > 0 ? <><Unverified /> {row.unverified}</> : null) },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}
