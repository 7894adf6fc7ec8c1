import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { SandboxView } from './policyView.ts';
import { SandboxPeople } from './SandboxPeople.tsx';

/** What the tried values would change: figures, then by result, by institution, by person, and what is not known. */
export function SandboxResults({ report }: { report: SandboxView }) {
  return (
    <>
      <Totals report={report} />
      <ByResult rows={report.results} />
      <SandboxPeople report={report} />
      <ByInstitution rows={report.institutions} />
      <Missing rows={report.missing} />
    </>
  );
}

function Totals({ report: { results, cost, people } }: { report: SandboxView }) {
  const w = useWords();
  const sum = (key: 'gains' | 'loses' | 'becomesUnknown') => results.reduce((total, each) => total + each[key], 0);
  return (
    <FigureStrip>
      <Figure label={w('policy.sandbox.gains')} value={sum('gains')} note={w('policy.sandbox.of', { n: people })} />
      <Figure label={w('policy.sandbox.loses')} value={sum('loses')} />
      <Figure label={w('policy.sandbox.becomesUnknown')} value={sum('becomesUnknown')} />
      <Figure label={w(cost.unverified ? 'policy.sandbox.cost.assumed' : 'policy.sandbox.cost')} value={writtenFen(cost.after.sure, w)} note={<>{w('policy.sandbox.cost.before', { sum: writtenFen(cost.before.sure, w) })}<br />{possible(cost.after.possible, w)}</>} />
    </FigureStrip>
  );
}

const possible = (fen: number | null, w: Words) => (fen === null ? w('policy.sandbox.cost.open') : w('policy.sandbox.cost.possible', { sum: writtenFen(fen, w) }));

function ByResult({ rows }: { rows: SandboxView['results'] }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.byResult')} note={w('policy.sandbox.outside.note')}>
      <DataTable caption={w('policy.sandbox.byResult')} rows={rows} rowKey={(row) => row.name} columns={[
        { key: 'name', head: w('policy.results'), phone: 'main', cell: (row) => row.name },
        { key: 'yes', head: w('policy.sandbox.entitled'), align: 'right', phone: 'aside', cell: (row) => row.yes },
        { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: (row) => row.gains },
        { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: (row) => row.loses },
        { key: 'becomesUnknown', head: w('policy.sandbox.becomesUnknown'), align: 'right', cell: (row) => row.becomesUnknown },
        { key: 'outside', head: w('policy.sandbox.outside'), align: 'right', cell: (row) => (row.justOutside ? `${row.justOutside.people} / ${row.justOutside.of}` : '—') },
      ]} />
    </Section>
  );
}

function ByInstitution({ rows }: { rows: SandboxView['institutions'] }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.byInstitution')}>
      <DataTable caption={w('policy.sandbox.byInstitution')} rows={rows} rowKey={(row) => row.organisationId} empty={<Empty>{w('policy.sandbox.same')}</Empty>} columns={[
        { key: 'name', head: w('policy.sandbox.institution'), phone: 'main', cell: (row) => row.name },
        { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: (row) => row.gains },
        { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: (row) => row.loses },
      ]} />
    </Section>
  );
}

function Missing({ rows }: { rows: SandboxView['missing'] }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.missing')} note={w('policy.sandbox.missing.note')}>
      <DataTable caption={w('policy.sandbox.missing')} rows={rows} rowKey={(row) => row.fact} empty={<Empty>{w('policy.sandbox.missing.none')}</Empty>} columns={[
        { key: 'fact', head: w('policy.sandbox.fact'), phone: 'main', cell: (row) => row.fact },
        { key: 'people', head: w('policy.sandbox.people'), align: 'right', phone: 'aside', cell: (row) => row.people },
      ]} />
    </Section>
  );
}
