import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { FileRow } from '../domain/cell.ts';
import { checkRow, type CheckedRow } from '../domain/checkRow.ts';
import { isHeader, readHeader, type Header } from '../domain/header.ts';
import type { Decisions } from '../domain/problem.ts';
import type { Template } from '../domain/template.ts';
import { openRosterFile, type RosterFile } from './fileKind.ts';
import { rowsOfCsv } from './readCsv.ts';
import { rowsOfWorkbook } from './readWorkbook.ts';
import { UnreadableFile } from '#platform/server/zip.ts';

/** Rows of one file. */
export const rowLimit = 50_000;
/** The header is looked for in the first rows of each sheet, below titles. */
const headerDepth = 10;
const pauseEvery = 1_000;

/** A roster as read: its checked rows, and the columns that nobody asked for. */
export type Roster = { rows: CheckedRow[]; unknownColumns: string[] };

/** What reading is done with; `step` hears how many rows are read of how many expected, and may say stop by answering false. */
export type Reading = { template: Template; decisions: Decisions; today: string; step?: (rows: number, expected: number) => Promise<boolean>; keep?: (row: FileRow, header: Header) => void };

/** Reads and checks every row of a file. Refuses files that are not what they claim, have no header, lack a required column or hold too many rows. */
export async function readRoster(bytes: Buffer, reading: Reading): Promise<Answer<Roster>> {
  const opened = openRosterFile(bytes);
  if (!opened.ok) return opened;
  try {
    const share = opened.value.kind === 'xlsx' ? opened.value.archive.share : () => 1;
    return await readSheets(rowsOf(opened.value), share, reading);
  } catch (error) {
    if (error instanceof UnreadableFile) return no(error.reason, error.reason === 'fileInflates' ? { params: { limit: 50 } } : undefined);
    throw error;
  }
}

/** The rows of an opened file, sheet by sheet. */
export async function* rowsOf(file: RosterFile): AsyncGenerator<FileRow> {
  yield* file.kind === 'xlsx' ? rowsOfWorkbook(file.archive) : rowsOfCsv(file.text);
}

type Sheet = { name: string; header: Header | undefined; looked: number };

async function readSheets(fileRows: AsyncIterable<FileRow>, share: () => number, reading: Reading): Promise<Answer<Roster>> {
  const roster: Roster = { rows: [], unknownColumns: [] };
  let sheet: Sheet = { name: '', header: undefined, looked: 0 };
  let found = false;
  for await (const row of fileRows) {
    if (row.sheet !== sheet.name) sheet = { name: row.sheet, header: undefined, looked: 0 };
    const taken = takeRow(sheet, row, reading, roster);
    if (!taken.ok) return taken;
    found ||= sheet.header !== undefined;
    if (roster.rows.length > rowLimit) return no('tooManyRows', { params: { limit: rowLimit } });
    if (taken.value && roster.rows.length % pauseEvery === 0 && await stops(reading, roster.rows.length, share())) return no('importCancelled');
  }
  if (!found) return no('headerMissing', { params: { columns: reading.template.columns.filter((column) => column.required).map((column) => column.name).join('\u3001') } });
  return roster.rows.length === 0 ? no('rosterEmpty') : yes(roster);
}

const stops = async ({ step }: Reading, rows: number, share: number): Promise<boolean> => step !== undefined && !(await step(rows, Math.round(rows / Math.max(share, 0.01))));

/** Takes one row as header or as a person's row; true when it was a person's. */
function takeRow(sheet: Sheet, row: FileRow, reading: Reading, roster: Roster): Answer<boolean> {
  if (!row.cells.some((cell) => cell && cell.text.trim() !== '')) return yes(false);
  const { template, decisions, today } = reading;
  if (sheet.header) {
    reading.keep?.(row, sheet.header);
    roster.rows.push(checkRow({ template, header: sheet.header, decisions, today }, row));
    return yes(true);
  }
  sheet.looked += 1;
  if (sheet.looked > headerDepth || !isHeader(template, row)) return yes(false);
  const header = readHeader(template, row);
  if (header.twice.length > 0) return no('columnTwice', { params: { columns: header.twice.join('\u3001') } });
  if (header.missing.length > 0) return no('columnMissing', { params: { columns: header.missing.join('\u3001') } });
  sheet.header = header;
  roster.unknownColumns.push(...header.unknown);
  reading.keep?.(row, header);
  return yes(false);
}
