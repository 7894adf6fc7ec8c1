import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { DraftReport } from '../domain/changeShape.ts';

/** Who gains and who loses by the version handed in, as counted then: by result and by institution, no names. */
export function DraftReportView({ report: { asOf, people, results, institutions, cost } }: { report: DraftReport }) {
  const w = useWords();
  const sum = (key: 'gains' | 'loses' | 'becomesUnknown') => results.reduce((total, each) => total + each[key], 0);
  return (
    <Section title={w('policy.report')} note={w('policy.report.note', { day: asOf, n: people })}>
      <FigureStrip>
        <Figure label={w('policy.sandbox.gains')} value={sum('gains')} />
        <Figure label={w('policy.sandbox.loses')} value={sum('loses')} />
        <Figure label={w('policy.sandbox.becomesUnknown')} value={sum('becomesUnknown')} />
        <Figure label={w('policy.report.cost')} value={writtenFen(cost.after.sure, w)} note={w('policy.report.costBefore', { sum: writtenFen(cost.before.sure, w) })} />
      </FigureStrip>
      <div className="halves">
        <div><DataTable caption={w('policy.sandbox.byResult')} rows={results} rowKey={({ name }) => name} columns={[
          { key: 'name', head: w('policy.results'), phone: 'main', cell: (row) => row.name },
          { key: 'yes', head: w('policy.sandbox.entitled'), align: 'right', phone: 'aside', cell: (row) => row.yes },
          { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: (row) => row.gains },
          { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: (row) => row.loses },
          { key: 'unknown', head: w('policy.sandbox.becomesUnknown'), align: 'right', cell: (row) => row.becomesUnknown },
        ]} /></div>
        <div><DataTable caption={w('policy.sandbox.byInstitution')} rows={institutions} rowKey={({ organisationId }) => organisationId} empty={<Empty>{w('policy.sandbox.same')}</Empty>} columns={[
          { key: 'name', head: w('policy.sandbox.institution'), phone: 'main', cell: (row) => row.name },
          { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: (row) => row.gains },
          { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: (row) => row.loses },
        ]} /></div>
      </div>
    </Section>
  );
}
