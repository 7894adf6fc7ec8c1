import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { openContract } from '../domain/openContract.ts';
import { ForceTag } from './ForceTag.tsx';

/** The office's policies: each version with its days, results and the values that still lack an official text. */
export default function Policies() {
  const w = useWords();
  const api = useApi(openContract);
  const load = useLoad(['policy', 'list'], () => api.listPolicies());
  return (
    <>
      <PageHead title={w('policy.policies')} sub={w('policy.policies.sub')} />
      <Loaded of={load}>
        {({ rows }) => (
          <DataTable caption={w('policy.policies')} rows={rows} rowKey={(row) => `${row.code}@${row.version}`} empty={<Empty>{w('policy.policies.none')}</Empty>} columns={[
            { key: 'title', head: w('policy.policies'), phone: 'main', cell: (row) => <><Go to={`/work/policies/${row.code}/${row.version}`}>{row.title}</Go><span className="cap">{row.documents.join(w('platform.listComma'))}</span></> },
            { key: 'version', head: w('policy.version'), phone: 'under', cell: (row) => <Mono>{row.code}@{row.version}</Mono> },
            { key: 'from', head: w('policy.from'), phone: 'under', cell: (row) => `${row.from}${row.to ? ` – ${row.to}` : ''}` },
            { key: 'state', head: w('policy.state'), phone: 'aside', cell: (row) => <ForceTag of={row} /> },
            { key: 'results', head: w('policy.results'), phone: 'hidden', align: 'right', cell: (row) => row.results },
            { key: 'open', head: w('policy.open'), phone: 'aside', align: 'right', cell: (row) => (row.unverified > 0 ? <span className="nw"><Unverified /> {row.unverified}</span> : '0') },
          ]} />
        )}
      </Loaded>
    </>
  );
}
