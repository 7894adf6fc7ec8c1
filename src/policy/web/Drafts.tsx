import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Dot } from '#platform/web/Dot.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import { studioContract } from '../domain/studioContract.ts';
import { StartDraftForm } from './StartDraftForm.tsx';

/** Drafts under way and done; a new one begins here. */
export default function Drafts() {
  const w = useWords();
  const api = useApi(studioContract);
  const load = useLoad(['policy', 'drafts'], () => api.listDrafts());
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHead title={w('policy.studio')} sub={w('policy.studio.sub')} aside={<Button kind="primary" onClick={() => setStarting(!starting)} aria-expanded={starting}>{w('policy.draft.start')}</Button>} />
      {starting ? <StartDraftForm /> : null}
      <Loaded of={load}>
        {({ rows }) => (
          <DataTable caption={w('policy.studio')} rows={rows} rowKey={(row) => row.id} empty={<Empty>{w('policy.drafts.none')}</Empty>} columns={[
            { key: 'title', head: w('policy.policies'), phone: 'main', cell: (row) => <>{row.yours ? <Dot /> : null}<Go to={`/work/policies/drafts/${row.id}`}>{row.title}</Go></> },
            { key: 'version', head: w('policy.version'), phone: 'under', cell: (row) => <Mono>{row.code}@{row.version}</Mono> },
            { key: 'state', head: w('policy.state'), phone: 'aside', cell: (row) => (row.yours ? <Tag kind="waiting">{w('policy.draft.yours')}</Tag> : <Tag kind={row.state === 'published' ? 'green' : 'plain'}>{w(`policy.draft.state.${row.state}`)}</Tag>) },
            { key: 'writers', head: w('policy.draft.writers'), phone: 'under', cell: (row) => row.writers.join(w('platform.listComma')) },
            { key: 'saved', head: w('policy.draft.savedAt'), phone: 'under', cell: (row) => `${row.savedBy} ${writtenInstant(row.savedAt)}` },
          ]} />
        )}
      </Loaded>
    </>
  );
}
