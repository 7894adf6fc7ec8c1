import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { SandboxView } from './policyView.ts';

/** The people whose answer would be another, with the way to each file. */
export function SandboxPeople({ report: { changed, changedTotal } }: { report: SandboxView }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.changed')} note={changedTotal > changed.length ? w('policy.sandbox.changed.first', { n: changed.length, total: changedTotal }) : ''}>
      <DataTable caption={w('policy.sandbox.changed')} rows={changed} rowKey={(row) => `${row.personId} ${row.result}`} empty={<Empty>{w('policy.sandbox.same')}</Empty>} columns={[
        { key: 'name', head: w('policy.sandbox.person'), phone: 'main', cell: (row) => <Go to={`/work/people/${row.personId}`}>{row.name}</Go> },
        { key: 'organisation', head: w('policy.sandbox.institution'), phone: 'sub', cell: (row) => row.organisation },
        { key: 'result', head: w('policy.results'), cell: (row) => row.result },
        { key: 'before', head: w('policy.sandbox.before'), cell: (row) => <Tri value={row.before} /> },
        { key: 'after', head: w('policy.sandbox.after'), phone: 'aside', cell: (row) => <Tri value={row.after} /> },
      ]} />
    </Section>
  );
}
