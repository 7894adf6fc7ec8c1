import { isGood, type CheckedRow } from '../domain/checkRow.ts';
import type { Severity } from '../domain/problem.ts';

/** How many rows are right, refused or waiting for a word, and how many cells were corrected or flagged. */
export function countsOf(rows: readonly CheckedRow[]) {
  const has = (row: CheckedRow, severity: Severity) => row.problems.some((each) => each.severity === severity);
  const cells = (severity: Severity) => rows.reduce((sum, row) => sum + row.problems.filter((each) => each.severity === severity).length, 0);
  return {
    row_count: rows.length,
    good_count: rows.filter(isGood).length,
    refused_count: rows.filter((row) => has(row, 'refuse')).length,
    confirm_count: rows.filter((row) => has(row, 'confirm') && !has(row, 'refuse')).length,
    corrected_count: cells('corrected'),
    flagged_count: cells('flagged'),
  };
}
