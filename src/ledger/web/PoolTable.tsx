import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { PoolView } from '../domain/contract.ts';

type Row = PoolView['whole'] & { pool: PoolView };

/** The numbers of the picture, for checking and for readers. */
export function PoolTable({ pools }: { pools: PoolView[] }) {
  const w = useWords();
  const rows: Row[] = pools.flatMap((pool) => [...pool.children, pool.whole].map((row) => ({ ...row, pool })));
  const number = (row: Row, amount: number) => (row.pool.unit === 'fen' ? writtenFen(amount, w) : amount);
  const columns: Column<Row>[] = [
    { key: 'organisation', head: w('ledger.institution'), phone: 'main', cell: (row) => (row.organisation ? row.organisation : <b>{w('ledger.whole')}</b>) },
    { key: 'granted', head: w('ledger.granted'), align: 'right', phone: 'hidden', cell: (row) => number(row, row.granted) },
    { key: 'used', head: w('ledger.used'), align: 'right', phone: 'under', cell: (row) => number(row, row.used) },
    { key: 'held', head: w('ledger.held'), align: 'right', phone: 'hidden', cell: (row) => number(row, row.held) },
    { key: 'lent', head: w('ledger.lent'), align: 'right', phone: 'hidden', cell: (row) => (row.pool.loans ? number(row, row.lent) : '—') },
    { key: 'free', head: w('ledger.free'), align: 'right', phone: 'aside', cell: (row) => <b>{number(row, row.free)}</b> },
    { key: 'share', head: w('ledger.share'), align: 'right', phone: 'hidden', cell: (row) => (row.granted ? `${((row.used * 100) / row.granted).toFixed(1)}%` : '—') },
  ];
  return <DataTable caption={w('ledger.table')} columns={columns} rows={rows} rowKey={(row) => row.id} group={(row) => row.pool.title} />;
}
