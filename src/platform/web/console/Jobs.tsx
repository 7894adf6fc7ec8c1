import { platformContract } from '../../domain/platformContract.ts';
import { DataTable } from '../DataTable.tsx';
import { Empty } from '../Empty.tsx';
import { FilterLine } from '../FilterLine.tsx';
import { Loaded } from '../Loaded.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { useApi } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

const states = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
const everyMs = 5_000;

/** Long work of the region: what waits, runs, failed and why. */
export default function Jobs() {
  const w = useWords();
  const api = useApi(platformContract);
  const [asked, setState] = useSearchText('state');
  const state = states.find((each) => each === asked);
  const jobs = useLoad(['platform', 'jobs', state], () => api.jobs({ query: state ? { state } : {} }), { every: everyMs });
  return (
    <>
      <PageHead title={w('platform.jobs')} sub={w('platform.jobs.sub')} />
      <FilterLine label={w('platform.jobs.state')} value={state ?? ''} onPick={setState}
        choices={[{ key: '', label: w('platform.jobs.all') }, ...states.map((key) => ({ key, label: w(`platform.jobs.${key}`) }))]} />
      <Loaded of={jobs}>
        {({ rows }) => (
          <DataTable caption={w('platform.jobs')} rows={rows} rowKey={(row) => row.id} empty={<Empty>{w('platform.jobs.none')}</Empty>} columns={[
            { key: 'kind', head: w('platform.jobs.kind'), phone: 'main', cell: (row) => <>{row.kind}<span className="cap mono">{row.id}</span></> },
            { key: 'state', head: w('platform.jobs.state'), phone: 'aside', cell: (row) => w(`platform.jobs.${row.state}`) },
            { key: 'progress', head: w('platform.jobs.progress'), phone: 'sub', align: 'right', cell: (row) => w('platform.progress', { done: row.done, total: row.total }) },
            { key: 'attempts', head: w('platform.jobs.attempts'), phone: 'hidden', align: 'right', cell: (row) => row.attempts },
            { key: 'asked', head: w('platform.jobs.asked'), phone: 'under', cell: (row) => writtenInstant(row.askedAt) },
            { key: 'failure', head: w('platform.jobs.failure'), phone: 'under', cell: (row) => row.failure },
          ]} />
        )}
      </Loaded>
    </>
  );
}
