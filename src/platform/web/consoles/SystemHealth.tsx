import { platformContract } from '../../domain/platformContract.ts';
import { DataTable } from '../DataTable.tsx';
import { Figure } from '../Figure.tsx';
import { FigureStrip } from '../FigureStrip.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { Section } from '../Section.tsx';
import { useApi } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

type RegionRow = { id: string; name: string; openedAt: string };
type Migration = { name: string; checksum: string; runAt: string };
const queueStates = ['queued', 'running', 'failed'] as const;
const megabyte = 1024 * 1024;

/** What the system administrator watches: queue, database, regions and schema. */
export default function SystemHealth() {
  const w = useWords();
  const api = useApi(platformContract);
  const health = useLoad(['health'], () => api.health(), { every: 5_000 });
  return (
    <div className="stack">
      <PageHead title={w('console.system')} sub={w('console.system.sub')} />
      <Loaded of={health}>{(value) => (
        <>
          <FigureStrip>
            {queueStates.map((state) => <Figure key={state} label={`${w('console.queue')} · ${w(`console.job.${state}`)}`} value={value.jobs[state] ?? 0} to={`/work/system/jobs?state=${state}`} />)}
            <Figure label={w('console.unsealed')} value={value.unsealedEntries} note={w('console.unsealed.note')} />
            <Figure label={w('console.database.size')} value={Math.round(value.database.bytes / megabyte)} unit="MB" note={`${w('console.database.connections')} ${value.database.connections}`} />
            <Figure label={w('console.database.version')} value={value.database.version} />
          </FigureStrip>
          <div className="halves">
            <Section title={w('console.regions')}><Regions rows={value.regions} /></Section>
            <Section title={w('console.schema')}><Schema rows={value.schema} /></Section>
          </div>
        </>
      )}</Loaded>
    </div>
  );
}

function Regions({ rows }: { rows: readonly RegionRow[] }) {
  const w = useWords();
  return (
    <DataTable caption={w('console.regions')} rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'name', head: w('console.region.name'), cell: ({ name }) => name, phone: 'main' },
      { key: 'id', head: w('console.region.id'), cell: ({ id }) => <Mono>{id}</Mono>, phone: 'aside' },
      { key: 'openedAt', head: w('console.region.openedAt'), cell: ({ openedAt }) => writtenInstant(openedAt) },
    ]} />
  );
}

function Schema({ rows }: { rows: readonly Migration[] }) {
  const w = useWords();
  return (
    <DataTable caption={w('console.schema')} rows={rows} rowKey={({ name }) => name} columns={[
      { key: 'name', head: w('console.schema.name'), cell: ({ name }) => <Mono>{name}</Mono>, phone: 'main' },
      { key: 'checksum', head: w('console.schema.checksum'), cell: ({ checksum }) => <Mono>{checksum.slice(0, 12)}</Mono> },
      { key: 'runAt', head: w('console.schema.runAt'), cell: ({ runAt }) => writtenInstant(runAt) },
    ]} />
  );
}
