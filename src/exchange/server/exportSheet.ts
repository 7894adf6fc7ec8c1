import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { headStyle, madeAt, plainCell, sheetMediaType } from './writeSheet.ts';

/** Beyond so many rows an export needs a stated purpose. */
export const freeRows = 10_000;
const shortestPurpose = 4;

/** A column of an export and what it means; `note` says source, unit or code list. */
export type ExportColumn = { name: string; note: string; width?: number };

type Rows = readonly (readonly CellValue[])[];

/** A list to hand out. `list` is the name audit knows it by; `title` names the sheet and the file. */
export type ExportTable = { list: string; title: string; columns: readonly ExportColumn[]; rows: Rows; purpose?: string | undefined };

/** Several lists in one file; `about` are lines of what they rest on, as a label and what stands beside it. */
export type ExportBook = {
  list: string; title: string; sheets: readonly { name: string; columns: readonly ExportColumn[]; rows: Rows }[]; about?: readonly (readonly [string, CellValue])[]; purpose?: string | undefined;
};

/** Any list as Excel: one sheet of rows, one that describes every column; texts are never formulas. Over 10,000 rows it refuses with exportPurpose until a purpose is given. */
export const exportSheet = (call: Call, { columns, rows, ...table }: ExportTable): Promise<Answer<Download>> =>
  exportBook(call, { ...table, sheets: [{ name: table.title, columns, rows }] });

/** Lists as Excel, a sheet each, and one that describes every column; the same limit and the same line in audit as for one. */
export async function exportBook(call: Call, { list, title, sheets, about = [], purpose = '' }: ExportBook): Promise<Answer<Download>> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > freeRows && purpose.trim().length < shortestPurpose) return no('exportPurpose', { field: 'purpose', params: { limit: freeRows, rows } });
  await audit(call, { act: 'export.sheet', subject: list, detail: { rows, purpose: purpose.trim().slice(0, 200) } });
  const content = await writeXlsx({ properties: madeAt(call.clock.now()), sheets: [...sheets.map(sheetOf), aboutSheet(call, sheets, rows, about, purpose)] });
  return yes({ fileName: `${title}-${call.clock.today()}.xlsx`, mediaType: sheetMediaType, content });
}

const sheetOf = ({ name, columns, rows }: ExportBook['sheets'][number]): WriteSheet => ({
  name: sheetName(name), columns: columns.map(({ width = 16 }) => ({ width })), freezePane: { rows: 1 },
  rows: [columns.map((column) => plainCell(column.name)), ...rows.map((row) => row.map(plainCell))],
  cells: new Map(columns.map((column, at) => [`0,${at}`, { value: plainCell(column.name), style: headStyle }])),
});

function aboutSheet({ say, clock }: Call, sheets: ExportBook['sheets'], rows: number, about: NonNullable<ExportBook['about']>, purpose: string): WriteSheet {
  const described = sheets.flatMap(({ name, columns }) => [...(sheets.length > 1 ? [[], [name]] : []), ...columns.map((column) => [column.name, column.note])]);
  const lines = [
    ...about.map(([label, value]) => [label, value]), ...(about.length ? [[]] : []), [say('exchange.notes.column'), say('exchange.notes.note')], ...described,
    [], [say('exchange.madeOn', { day: clock.today(), rows })], ...(purpose ? [[say('exchange.purpose', { purpose })]] : []),
  ];
  return { name: say('exchange.aboutSheet'), columns: [{ width: 20 }, { width: 80 }], rows: lines.map((row) => row.map(plainCell)) };
}

// Excel takes 31 characters and none of these.
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
