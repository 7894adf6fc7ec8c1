import { DataTable } from '#platform/web/DataTable.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate, writtenFen } from '#platform/web/written.ts';
import type { CaseView } from '../domain/contract.ts';

/** The support in its instalments; an amount without an official text is marked, never shown as a number. */
export function Instalments({ view: { instalments } }: { view: CaseView }) {
  const w = useWords();
  const today = useToday();
  if (instalments.length === 0) return null;
  return (
    <section className="case-part">
      <h2>{w('cases.instalments')}</h2>
      <DataTable
        caption={w('cases.instalments')} rows={instalments} rowKey={({ position }) => String(position)}
        columns={[
          { key: 'label', head: w('cases.instalments.col.label'), phone: 'main', cell: ({ label }) => label },
          { key: 'amount', head: w('cases.instalments.col.amount'), align: 'right', phone: 'aside', cell: ({ amountFen }) => (amountFen === null ? <Unverified /> : writtenFen(amountFen, w)) },
          { key: 'due', head: w('cases.instalments.col.due'), phone: 'under', cell: ({ dueOn }) => shortDate(dueOn, today) },
          { key: 'state', head: w('cases.instalments.col.state'), phone: 'under', cell: ({ state }) => w(`cases.instalment.${state}`) },
        ]}
      />
    </section>
  );
}
