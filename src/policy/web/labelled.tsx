import type { Column } from '#platform/web/DataTable.tsx';

/** The same columns with each cell under its own head where rows fold and heads are gone. */
export const labelled = <Row,>(columns: readonly Column<Row>[]): Column<Row>[] => columns.map((column) => (column.phone === undefined
  ? { ...column, cell: (row: Row) => <><span className="phone-label">{column.head} </span>{column.cell(row)}</> }
  : column));
