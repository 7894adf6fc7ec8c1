import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { Change } from '../domain/changes.ts';
import { sideWords } from './changeWords.ts';

/** What differs, both sides beside each other. */
export function ChangeTable({ changes, before, after }: { changes: readonly Change[]; before: string; after: string }) {
  const w = useWords();
  return (
    <div className="side-by-side">
      <DataTable caption={w('policy.compare.table')} rows={changes} rowKey={(row) => `${row.kind} ${row.name} ${row.change}`} empty={<Empty>{w('policy.changes.none')}</Empty>} group={(row) => w(`policy.kind.${row.kind}`)} columns={[
        { key: 'name', head: w('policy.parameter'), phone: 'main', width: '18%', cell: (row) => row.name || w(`policy.kind.${row.kind}`) },
        { key: 'change', head: w('policy.changes.how'), phone: 'aside', width: '8%', cell: (row) => w(`policy.changes.how.${row.change}`) },
        { key: 'before', head: w('policy.compare.of', { version: before }), width: '37%', cell: (row) => <Side row={row} text={sideWords(row, row.before, row.openBefore, w)} /> },
        { key: 'after', head: w('policy.compare.of', { version: after }), width: '37%', cell: (row) => <Side row={row} text={sideWords(row, row.after, row.openAfter, w)} /> },
      ]} />
    </div>
  );
}

const Side = ({ row, text }: { row: Change; text: string }) => (row.kind === 'clause' || row.kind === 'result' ? <pre>{text}</pre> : <>{text}</>);
