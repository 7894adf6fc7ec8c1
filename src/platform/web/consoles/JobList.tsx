import { JobView, platformContract } from '../../domain/platformContract.ts';
import { DataTable, type Column } from '../DataTable.tsx';
import { Empty } from '../Empty.tsx';
import { FilterLine } from '../FilterLine.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { Tag } from '../Tag.tsx';
import { useApi, type Wire } from '../useApi.ts';
import { useHasWord, useWords, type Words } from '../useWords.ts';
import { writtenInstant } from '../written.ts';
import { More } from './More.tsx';
import { usePages } from './usePages.ts';

type Row = Omit<Wire<JobView>, 'outcome'>;
const states = JobView.shape.state.options;

/** The queue of the region as the system administrator sees it: how far, not what. */
export default function JobList() {
  const w = useWords();
  const has = useHasWord();
  const api = useApi(platformContract);
  const [asked, setState] = useSearchText('state');
  const state = states.find((each) => each === asked);
  const { load, more } = usePages<Row>(['jobs', state], (limit) => api.jobs({ query: { limit, ...(state ? { state } : {}) } }), { every: 3_000 });
  return (
    <div className="stack">
      <PageHead title={w('console.jobs')} sub={w('console.jobs.sub')} />
      <FilterLine label={w('console.jobs.state')} value={state ?? ''} onPick={setState}
        choices={[{ key: '', label: w('console.jobs.all') }, ...states.map((key) => ({ key, label: w(`console.job.${key}`) }))]} />
      <Loaded of={load}>{({ rows }) => (
        <DataTable caption={w('console.jobs')} rows={rows} rowKey={({ id }) => id} columns={columnsIn(w, has)} empty={<Empty>{w('console.jobs.none')}</Empty>} foot={<More more={more} />} />
      )}</Loaded>
    </div>
  );
}

const columnsIn = (w: Words, has: (key: string) => boolean): Column<Row>[] => [
  { key: 'kind', head: w('console.job.kind'), cell: ({ kind }) => <Mono>{kind}</Mono>, phone: 'main' },
  { key: 'state', head: w('console.account.state'), cell: ({ state }) => <Tag kind={state === 'running' ? 'green' : 'plain'}>{w(`console.job.${state}`)}</Tag>, phone: 'aside' },
  { key: 'progress', head: w('console.job.progress'), cell: ({ done, total }) => (total > 0 ? `${done} / ${total}` : ''), align: 'right' },
  { key: 'attempts', head: w('console.job.attempts'), cell: ({ attempts }) => attempts, align: 'right', phone: 'hidden' },
  { key: 'askedBy', head: w('console.job.askedBy'), cell: ({ askedBy }) => <Mono>{askedBy}</Mono>, phone: 'hidden' },
  { key: 'askedAt', head: w('console.job.askedAt'), cell: ({ askedAt }) => writtenInstant(askedAt), phone: 'sub' },
  { key: 'failure', head: w('console.job.failure'), cell: ({ failure }) => (failure && has(`reason.${failure}`) ? w(`reason.${failure}`) : failure ?? '') },
];
