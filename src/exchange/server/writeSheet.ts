import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';

export const sheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const longestCell = 32_767;

/**
 * A value as a cell that Excel can only read as text or number. Strings are written to the table of shared strings, where
 * `=HYPERLINK(…)` is four letters and not a formula; control characters, which a sheet cannot hold, are left out.
 */
export function plainCell(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
  return value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestCell);
}

/** The instant a workbook says it was made: the product's clock, as the library would take the machine's. */
export const madeAt = (now: Date) => ({ created: now, modified: now });

/** A workbook of plain cells. */
export const writeSheets = (sheets: WriteSheet[], now: Date): Promise<Uint8Array> =>
  writeXlsx({ properties: madeAt(now), sheets: sheets.map((sheet) => ({ ...sheet, ...(sheet.rows ? { rows: sheet.rows.map((row) => row.map(plainCell)) } : {}) })) });

/** The head of a column of sheets written here. */
export const headStyle = { font: { bold: true }, fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'EFF1EB' } } };
/** Text format, so that Excel keeps leading zeros and all eighteen digits. */
export const textStyle = { numFmt: '@' };
