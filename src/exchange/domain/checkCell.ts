import { invisibleAfter, isStorable, withoutInvisible } from '#registry/domain/narrowText.ts';
import { rareCharacters } from '#registry/domain/personName.ts';
import type { Cell } from './cell.ts';
import type { CellProblem, Decision, Severity } from './problem.ts';
import { readColumn, type CellValue, type Reading } from './readColumn.ts';
import type { Column, Template } from './template.ts';

export type CheckedCell = { value?: CellValue; problems: readonly CellProblem[] };

const shownLength = 24;
const textLimit = 200;
const nothing: readonly CellProblem[] = [];

/** What a message may show of a cell: of sensitive columns only the first and last two characters; long ones cut. */
export function shownOf(column: Column, text: string): string {
  const plain = withoutInvisible(text).toWellFormed().trim();
  if (column.sensitive && plain.length > 4) return `${plain.slice(0, 2)}${'*'.repeat(Math.min(plain.length - 4, 14))}${plain.slice(-2)}`;
  return plain.length > shownLength ? `${plain.slice(0, shownLength)}\u2026` : plain;
}

/** Checks one cell. The same text and decision always give the same answer, in the dry run and for real. */
export function checkCell(template: Template, column: Column, cell: Cell | undefined, today: string, decision?: Decision): CheckedCell {
  if (!cell || cell.text.trim() === '') return { problems: column.required ? [problem(column, 'required', 'refuse')] : nothing };
  if (cell.kind === 'fault') return refuse(column, 'cellFault', { given: cell.text });
  if (!isStorable(cell.text)) return refuse(column, 'textInvalid');
  if (cell.text.length > 2 * Math.max(column.kind.length ?? 0, textLimit)) return refuse(column, 'textLong', { length: cell.text.length, limit: column.kind.length ?? textLimit });
  const after = invisibleAfter(cell.text);
  if (after === undefined) return checkVisible(template, column, cell, today, decision);
  const plain = withoutInvisible(cell.text);
  if (decision === 'accept') return checkVisible(template, column, { ...cell, text: plain }, today);
  return { problems: [{ ...problem(column, 'nameInvisible', 'refuse', { position: after, given: shownOf(column, plain) }), fix: shownOf(column, plain) }] };
}

function checkVisible(template: Template, column: Column, cell: Cell, today: string, decision?: Decision): CheckedCell {
  const read = readColumn(template, column, cell, today);
  if (!read.ok) return unreadable(template, column, cell, today, read, decision);
  if (read.corrected === undefined) return { value: read.value, problems: glyphs(column, read.value) };
  if (decision === 'undo') return refuse(column, 'correctionUndone', { given: shownOf(column, cell.text) });
  const correction = { ...problem(column, 'corrected', 'corrected', { given: shownOf(column, cell.text) }), fix: shownOf(column, read.corrected) };
  return { value: read.value, problems: [correction, ...glyphs(column, read.value)] };
}

function unreadable(template: Template, column: Column, cell: Cell, today: string, read: Reading & { ok: false }, decision?: Decision): CheckedCell {
  if (read.fix !== undefined && decision === 'accept') return checkVisible(template, column, { kind: 'text', text: read.fix }, today);
  const found = problem(column, read.reason, 'refuse', { given: shownOf(column, cell.text), ...read.params });
  return { problems: [read.fix === undefined ? found : { ...found, fix: read.fix }] };
}

function glyphs(column: Column, value: CellValue): readonly CellProblem[] {
  const rare = typeof value === 'string' ? rareCharacters(value) : [];
  return rare.length === 0 ? nothing : [problem(column, 'rareCharacters', 'flagged', { characters: rare.join('') })];
}

const refuse = (column: Column, reason: string, params: Record<string, string | number> = {}): CheckedCell => ({ problems: [problem(column, reason, 'refuse', params)] });

/** A problem of a column. */
export const problem = (column: { name: string }, reason: string, severity: Severity, params: Record<string, string | number> = {}): CellProblem =>
  ({ column: column.name, reason, severity, params });
