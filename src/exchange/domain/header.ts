import { narrowText } from '#registry/domain/narrowText.ts';
import type { FileRow } from './cell.ts';
import type { Column, Template } from './template.ts';


/** Where each column of the template stands in a file, and which of the file's columns nobody asked for. */
export type Header = { places: ReadonlyMap<Column, number>; unknown: string[]; missing: string[]; twice: string[] };

const plain = (text: string) => narrowText(text).replace(/\s/g, '').replace(/^\*|\*$/g, '').toLowerCase();

/** Reads a row as the header. */
export function readHeader(template: Template, { cells }: FileRow): Header {
  const byName = new Map(template.columns.flatMap((column) => [column.name, ...column.also].map((each): [string, Column] => [plain(each), column])));
  const places = new Map<Column, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = cell && byName.get(plain(cell.text));
    if (column && places.has(column)) twice.push(column.name);
    else if (column) places.set(column, place);
    else if (cell && cell.text.trim() !== '') unknown.push(cell.text.slice(0, 40));
  }
  const missing = template.columns.filter((column) => column.required && !places.has(column)).map((column) => column.name);
  return { places, unknown, missing, twice };
}

/** Does a row look like the header: at least half of the required columns are named in it? Titles above it are skipped. */
export function isHeader(template: Template, row: FileRow): boolean {
  const required = template.columns.filter((column) => column.required).length;
  return readHeader(template, row).missing.length <= required / 2;
}
