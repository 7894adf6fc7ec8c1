import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { studioContract } from '../domain/studioContract.ts';

/** Drafts of policies that wait for the officer's approval; nothing where none does. */
export default function DraftsWaiting() {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(studioContract);
  const load = useLoad(['policy', 'drafts'], () => api.listDrafts(), { when: actor.role === 'bureau' });
  const rows = load.value?.rows.filter(({ yours }) => yours) ?? [];
  if (rows.length === 0) return null;
  return <Section waiting title={w('policy.drafts.waiting')}><ul className="lines">{rows.map((row) => <li key={row.id}><Go to={`/work/policies/drafts/${row.id}`}>{row.title} {row.version}</Go></li>)}</ul></Section>;
}
