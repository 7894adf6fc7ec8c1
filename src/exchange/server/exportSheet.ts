import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { headStyle, plainCell, sheetMediaType } from './writeSheet.ts';

/** Beyond so many rows an export needs a stated purpose. */
export const freeRows = 10_000;
const shortestPurpose = 4;

/** A column of an export and what it means; `note` says source, unit or code list. */
export type ExportColumn = { name: string; note: string; width?: number };

/** A list to hand out. `list` is the name audit knows it by; `title` names the sheet and the file. */
export type ExportTable = { list: string; title: string; columns: readonly ExportColumn[]; rows: readonly (readonly CellValue[])[]; purpose?: string | undefined };

/** Any list as Excel: one sheet of rows, one that describes every column; texts are never formulas. Over 10,000 rows it refuses with exportPurpose until a purpose is given. */
export async function exportSheet(call: Call, { list, title, columns, rows, purpose = '' }: ExportTable): Promise<Answer<Download>> {
  if (rows.length > freeRows && purpose.trim().length < shortestPurpose) return no('exportPurpose', { field: 'purpose', params: { limit: freeRows, rows: rows.length } });
  const { say, clock } = call;
  await audit(call, { act: 'export.sheet', subject: list, detail: { rows: rows.length, purpose: purpose.trim().slice(0, 200) } });
  const about = [
    [say('exchange.notes.column'), say('exchange.notes.note')], ...columns.map(({ name, note }) => [name, note]),
    [], [say('exchange.madeOn', { day: clock.today(), rows: rows.length })], ...(purpose ? [[say('exchange.purpose', { purpose })]] : []),
  ];
  const content = await writeXlsx({ sheets: [
    {
      name: sheetName(title), columns: columns.map(({ width = 16 }) => ({ width })), freezePane: { rows: 1 },
      rows: [columns.map(({ name }) => plainCell(name)), ...rows.map((row) => row.map(plainCell))],
      cells: new Map(columns.map(({ name }, at) => [`0,${at}`, { value: plainCell(name), style: headStyle }])),
    },
    { name: say('exchange.aboutSheet'), columns: [{ width: 20 }, { width: 80 }], rows: about.map((row) => row.map(plainCell)) },
  ] });
  return yes({ fileName: `${title}-${clock.today()}.xlsx`, mediaType: sheetMediaType, content });
}

// Excel takes 31 characters and none of these.
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
