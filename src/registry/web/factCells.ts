import type { FactValue } from '../domain/factKind.ts';
import { keywords } from '../domain/keywords.ts';

/** What a form needs to know of one value: its type, and labels where it is one of a list. */
export type CellShape = { name: string; type: string; unit: string | null; labels: string[] };
/** A kind as a form sees it; lists have columns. */
export type KindShape = CellShape & { columns: CellShape[] };
/** Texts in the fields by column; '' is the column of a value that is no list. */
export type Cells = Record<string, string>;

/** The texts that a form starts with: the present value, or an empty new entry of a list. */
export const cellsOf = (value: FactValue | null): Cells => (value === null || typeof value === 'object' ? {} : { '': String(value) });

/** The value that the fields say; a list keeps its entries and gets the new one at its end. */
export function valueOf(shape: KindShape, cells: Cells, before: FactValue | null): FactValue {
  if (shape.type !== 'list') return scalarOf(shape, cells[''] ?? '');
  const entry = Object.fromEntries(shape.columns.filter((column) => (cells[column.name] ?? '') !== '').map((column) => [column.name, scalarOf(column, cells[column.name] ?? '')]));
  const old = before !== null && typeof before === 'object' ? before : { [keywords.complete]: false, [keywords.items]: [] };
  return { ...old, [keywords.items]: [...old[keywords.items], entry] };
}

const scalarOf = ({ type }: CellShape, text: string): string | number | boolean => (type === 'boolean' ? text === 'true' : type === 'integer' && text.trim() !== '' ? Number(text) : text);
