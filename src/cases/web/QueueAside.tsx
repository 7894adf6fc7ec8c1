import { Suspense } from 'react';
import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { DraftsWaiting } from '#policy/web/public.tsx';
import { shortDate } from '#platform/web/written.ts';
import { casesContract, type QueueRow } from '../domain/contract.ts';

/** Beside the queue: what falls due next, and what waits for somebody else. */
export function QueueAside({ rows }: { rows: QueueRow[] }) {
  const w = useWords();
  const api = useApi(casesContract);
  const others = useLoad(['queue', 'others', 'aside'], () => api.listQueue({ query: { view: 'others', limit: 5 } }));
  return (
    <aside className="stack">
      <Suspense><DraftsWaiting /></Suspense>
      <Section title={w('cases.queue.next5')}><Lines rows={rows.filter(({ clock }) => clock).slice(0, 5)} /></Section>
      <Section title={w('cases.queue.waitingOthers')}><Lines rows={others.value?.rows ?? []} /></Section>
    </aside>
  );
}

function Lines({ rows }: { rows: QueueRow[] }) {
  const today = useToday();
  return (
    <ul className="lines">
      {rows.map((row) => (
        <li key={row.id}>
          {row.clock ? <b>{shortDate(row.clock.dueOn, today)} </b> : null}<Go to={`/work/cases/${row.id}`}>{row.personName} · {row.stageLabel}</Go>
        </li>
      ))}
    </ul>
  );
}
