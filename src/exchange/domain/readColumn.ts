import { yes as answerYes, type Answer } from '#platform/domain/answer.ts';
import { readFactValue } from '#registry/domain/factValue.ts';
import { checkIdNumber } from '#registry/domain/idNumber.ts';
import { narrowText } from '#registry/domain/narrowText.ts';
import { checkName } from '#registry/domain/personName.ts';
import { checkPhone } from '#registry/domain/phone.ts';
import type { Cell } from './cell.ts';
import { nearestOf } from './nearest.ts';
import type { Column, Template } from './template.ts';

/** What a cell holds; '' stands for an end that has not come yet. */
export type CellValue = string | number | boolean;

/** The value, and the text it was put right to where that differs from what was given; or why not, with a fix where one is clear. */
export type Reading =
  | { ok: true; value: CellValue; corrected?: string }
  | { ok: false; reason: string; params: Record<string, string | number>; fix?: string };

/** A number of sixteen digits or more has lost its last ones: a double keeps fifteen. */
const keptDigits = 15;
const scientific = /^\d(?:\.\d+)?[eE]\+?\d+$/;

/** Reads a cell as its column wants it. */
export function readColumn(template: Template, column: Column, cell: Cell, today: string): Reading {
  const given = cell.text.trim();
  if (cell.kind === 'number' && (given.length > keptDigits || scientific.test(given))) return refused(column.meaning === 'idNumber' ? 'idScientific' : 'numberScientific');
  if (column.meaning === 'idNumber') return normalised(checkIdNumber(cell.text, today), (read) => read.idNumber, given);
  if (column.meaning === 'name') return normalised(checkName(cell.text), (read) => read.name, given);
  if (column.kind.form === 'phone') return normalised(checkPhone(cell.text), (read) => read.phone, given);
  if (column.kind.type === 'date' && column.mayBeOngoing && template.ongoing.includes(narrowText(given))) return { ok: true, value: '' };
  return readKind(column, given);
}

function readKind(column: Column, given: string): Reading {
  const read = readFactValue(column.kind, given);
  if (!read.ok) return refusal(column, given, read);
  const narrow = narrowText(given);
  // Another spelling of the same value is no correction; full-width digits, blanks inside a phone number and the like are.
  if (column.kind.form) return normalised(answerYes(String(read.value)), (value) => value, given);
  return narrow === given || column.kind.type === 'text' ? { ok: true, value: read.value } : { ok: true, value: read.value, corrected: narrow };
}

function refusal(column: Column, given: string, { reason, detail }: Answer<never> & { ok: false }): Reading {
  const params = detail?.params ?? {};
  const fix = reason === 'enumUnknown' ? nearestOf(narrowText(given), (column.kind.enum?.values ?? []).map((value) => value.name)) : params.proposed;
  return { ok: false, reason, params, ...(fix === undefined ? {} : { fix: String(fix) }) };
}

function normalised<T>(answer: Answer<T>, take: (value: T) => string, given: string): Reading {
  if (!answer.ok) return { ok: false, reason: answer.reason, params: answer.detail?.params ?? {} };
  const value = take(answer.value);
  return value === given ? { ok: true, value } : { ok: true, value, corrected: value };
}

const refused = (reason: string): Reading => ({ ok: false, reason, params: {} });
