import { Fragment, useRef, type ReactNode } from 'react';
import { ExportShown } from './ExportShown.tsx';
import { useWords } from './useWords.ts';

/** A column: its head, its cell, and where the cell goes when the row folds on a phone. */
export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'right';
  width?: number | string;
  phone?: 'main' | 'sub' | 'aside' | 'under' | 'hidden';
};

type TableOf<Row> = {
  /** What the table lists, for readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows of one group stand together under this heading. */
  group?: (row: Row) => string;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  /** Name of a row for the reader of its tick box. */
  rowName?: (row: Row) => string;
  /** Address of the whole list as an Excel file, where the page shows only a part of it; without it staff get what is shown. */
  exportTo?: string | undefined;
  empty?: ReactNode;
  foot?: ReactNode;
};

/** A real table that folds into two-line rows on a phone. */
export function DataTable<Row>(table: TableOf<Row>) {
  const { caption, columns, rows, empty, exportTo, foot } = table;
  const w = useWords();
  const shown = useRef<HTMLTableElement>(null);
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <>
      <div className="table-scroll">
        <table className="folds" ref={shown}>
          <caption className="reader-only">{caption}</caption>
          <thead>
            <tr>
              {table.onSelect ? <th className="pick"><span className="reader-only">{w('platform.table.pick')}</span></th> : null}
              {columns.map((column) => column.head === ''
                ? <td key={column.key} style={{ width: column.width }} />
                : <th key={column.key} scope="col" className={column.align === 'right' ? 'r' : undefined} style={{ width: column.width }}>{column.head}</th>)}
            </tr>
          </thead>
          <tbody>{rows.map((row, index) => <Row key={table.rowKey(row)} row={row} before={rows[index - 1]} table={table} />)}</tbody>
        </table>
      </div>
      <div className="table-foot">{foot}{exportTo ? <a className="push" href={exportTo} download>{w('platform.table.export')}</a> : <ExportShown table={shown} title={caption} />}</div>
    </>
  );
}

function Row<Row>({ row, before, table }: { row: Row; before: Row | undefined; table: TableOf<Row> }) {
  const group = table.group?.(row);
  const opens = group !== undefined && (before === undefined || table.group?.(before) !== group);
  const key = table.rowKey(row);
  const span = table.columns.length + (table.onSelect ? 1 : 0);
  return (
    <Fragment>
      {opens ? <tr className="group"><th colSpan={span} scope="colgroup">{group}</th></tr> : null}
      <tr className={table.selected?.has(key) ? 'selected' : undefined}>
        {table.onSelect ? <Pick name={table.rowName?.(row) ?? key} on={table.selected?.has(key) ?? false} onToggle={() => table.onSelect?.(toggled(table.selected, key))} /> : null}
        {table.columns.map((column) => <td key={column.key} className={cellLook(column)}>{column.cell(row)}</td>)}
      </tr>
    </Fragment>
  );
}

function Pick({ name, on, onToggle }: { name: string; on: boolean; onToggle: () => void }) {
  const w = useWords();
  return <td className="pick"><input type="checkbox" aria-label={w('platform.table.pickRow', { name })} checked={on} onChange={onToggle} /></td>;
}

const cellLook = <Row,>(column: Column<Row>): string => `phone-${column.phone ?? 'under'}${column.align === 'right' ? ' r' : ''}`;

function toggled(selected: ReadonlySet<string> | undefined, key: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
