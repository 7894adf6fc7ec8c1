import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { ListedProblem } from '../domain/contract.ts';
import { keepsOut, type Decision } from '../domain/problem.ts';
import { decisionFor } from './decisionFor.ts';

type OnDecide = (decision: Decision | null, row: ListedProblem) => void;

/** Problems with sheet, row, column, what is wrong and the proposed fix. */
export function ProblemTable({ rows, onDecide }: { rows: readonly ListedProblem[]; onDecide: OnDecide | undefined }) {
  const w = useWords();
  return (
    <DataTable
      caption={w('exchange.problems')}
      columns={[
        { key: 'place', head: w('exchange.place'), phone: 'aside', width: 150, cell: (row) => <span className="nw">{w('exchange.placeValue', { sheet: row.sheet, row: row.row })}</span> },
        { key: 'column', head: w('exchange.columnName'), phone: 'main', width: 140, cell: (row) => <b>{row.column}</b> },
        { key: 'wrong', head: w('exchange.wrong'), phone: 'under', cell: (row) => w(`exchange.problem.${row.reason}`, row.params) },
        { key: 'fix', head: w('exchange.fix'), phone: 'under', width: 200, cell: (row) => row.fix ?? <span className="sub">{keepsOut(row) ? w(`exchange.advice.${row.reason}`) : ''}</span> },
        ...(onDecide ? [{ key: 'act', head: w('exchange.act'), phone: 'under' as const, width: 200, cell: (row: ListedProblem) => <Deciding row={row} onDecide={onDecide} /> }] : []),
      ]}
      rows={rows}
      rowKey={(row) => String(row.position)}
    />
  );
}

function Deciding({ row, onDecide }: { row: ListedProblem; onDecide: OnDecide }) {
  const w = useWords();
  const decision = decisionFor(row);
  const named = (word: string) => ({ 'aria-label': `${w(word)} ${w('exchange.placeValue', { sheet: row.sheet, row: row.row })} ${row.column}` });
  if (row.decision)
    return <span>{w(`exchange.decided.${row.decision}`)} <Button small onClick={() => onDecide(null, row)} {...named('exchange.takeBack')}>{w('exchange.takeBack')}</Button></span>;
  return decision ? <Button small onClick={() => onDecide(decision, row)} {...named(`exchange.${decision}`)}>{w(`exchange.${decision}`)}</Button> : null;
}
