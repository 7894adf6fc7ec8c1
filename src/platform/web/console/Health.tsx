import { platformContract } from '../../domain/platformContract.ts';
import { DataTable } from '../DataTable.tsx';
import { Figure } from '../Figure.tsx';
import { FigureStrip } from '../FigureStrip.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { Section } from '../Section.tsx';
import { useApi, type Api } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

type HealthView = Awaited<ReturnType<Api<typeof platformContract>['health']>>;

const everyMs = 10_000;
const megabyte = 1_000_000;

/** The system administrator's first page: database, queue, regions, schema; no business content. */
export default function Health() {
  const w = useWords();
  const api = useApi(platformContract);
  const health = useLoad(['platform', 'health'], () => api.health(), { every: everyMs });
  return (
    <>
      <PageHead title={w('platform.health')} sub={w('platform.health.sub')} aside={health.value ? <span className="cap">{writtenInstant(health.value.now)}</span> : null} />
      <Loaded of={health}>{(value) => <HealthSheet health={value} />}</Loaded>
    </>
  );
}

function HealthSheet({ health }: { health: HealthView }) {
  const w = useWords();
  const jobs = (state: string) => health.jobs[state] ?? 0;
  return (
    <div className="stack">
      <FigureStrip>
        <Figure label={w('platform.health.database')} value={health.database.version} />
        <Figure label={w('platform.health.size')} value={Math.round(health.database.bytes / megabyte)} unit="MB" />
        <Figure label={w('platform.health.connections')} value={health.database.connections} />
        <Figure label={w('platform.health.waiting')} value={jobs('queued')} note={w('platform.health.running', { n: jobs('running') })} to="/work/jobs" />
        <Figure label={w('platform.health.failed')} value={jobs('failed')} to="/work/jobs?state=failed" />
        <Figure label={w('platform.health.unsealed')} value={health.unsealedEntries} note={w('platform.health.unsealedNote')} />
      </FigureStrip>
      <div className="halves">
        <Section title={w('platform.health.regions')}>
          <DataTable caption={w('platform.health.regions')} rows={health.regions} rowKey={(row) => row.id} columns={[
            { key: 'name', head: w('platform.region'), phone: 'main', cell: (row) => row.name },
            { key: 'id', head: w('platform.health.code'), phone: 'sub', cell: (row) => <Mono>{row.id}</Mono> },
            { key: 'opened', head: w('platform.health.opened'), phone: 'aside', align: 'right', cell: (row) => writtenInstant(row.openedAt) },
          ]} />
        </Section>
        <Section title={w('platform.health.schema')}>
          <DataTable caption={w('platform.health.schema')} rows={health.schema} rowKey={(row) => row.name} columns={[
            { key: 'name', head: w('platform.health.migration'), phone: 'main', cell: (row) => row.name },
            { key: 'sum', head: w('platform.health.checksum'), phone: 'sub', cell: (row) => <Mono>{row.checksum.slice(0, 12)}</Mono> },
            { key: 'run', head: w('platform.health.run'), phone: 'aside', align: 'right', cell: (row) => writtenInstant(row.runAt) },
          ]} />
        </Section>
      </div>
    </div>
  );
}
