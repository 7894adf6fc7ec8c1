import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { PolicyView } from './policyView.ts';

/** A value that holds since ever begins on this day in a policy file. */
const sinceEver = '0001-01-01';

/** The dated values of a policy. */
export function ParameterTable({ parameters }: { parameters: PolicyView['parameters'] }) {
  const w = useWords();
  return (
    <DataTable caption={w('policy.parameters')} rows={parameters} rowKey={(row) => row.name} empty={<Empty>{w('policy.parameters.none')}</Empty>} columns={[
      { key: 'name', head: w('policy.parameter'), phone: 'main', cell: (row) => <>{row.name} {row.unverified ? <Unverified /> : null}</> },
      { key: 'value', head: w('policy.value'), phone: 'aside', align: 'right', cell: (row) => <ul>{row.values.map((each) => <li key={each.from}>{row.fen ? writtenFen(Number(each.value), w) : each.value}{each.from === sinceEver ? null : <span className="cap">{w('policy.since', { date: each.from })}</span>}</li>)}</ul> },
    ]} />
  );
}
