import { identityFacts } from '#registry/domain/keywords.ts';
import { checkIdNumber } from '#registry/domain/idNumber.ts';
import { foldName } from '#registry/domain/personName.ts';
import { yearsLater } from '#registry/domain/day.ts';
import type { FileRow } from './cell.ts';
import { checkCell, problem } from './checkCell.ts';
import type { Header } from './header.ts';
import { keepsOut, placeOf, type CellProblem, type Decisions, type RowProblem } from './problem.ts';
import type { CellValue } from './readColumn.ts';
import type { Column, Meaning, Template } from './template.ts';

/** The values of a row by the place of their columns; undefined where nothing sound was given. */
export type RowValues = (CellValue | undefined)[];

/** A row after its own cells were checked; comparing it with other rows and with the registry comes later. */
export type CheckedRow = {
  sheet: string;
  row: number;
  values: RowValues;
  problems: RowProblem[];
  /** '' where the cell did not hold a sound one. */
  idNumber: string;
  name: string;
  foldedName: string;
  birthDate: string;
};

/** What every row of a file is checked with. */
export type Checking = { template: Template; header: Header; decisions: Decisions; today: string };

/** Checks one row: each cell, then what cells say about one another. */
export function checkRow(checking: Checking, { sheet, row, cells }: FileRow): CheckedRow {
  const { template, header, decisions, today } = checking;
  const values: RowValues = template.columns.map(() => undefined);
  const found: CellProblem[] = [];
  for (const column of template.columns) {
    const place = header.places.get(column);
    const decision = decisions.size === 0 ? undefined : decisions.get(placeOf(row, column.name));
    const checked = checkCell(template, column, place === undefined ? undefined : cells[place], today, decision);
    values[column.index] = checked.value;
    found.push(...checked.problems);
  }
  for (const each of [...contradictions(checking, values), ...template.columns.flatMap((column) => dateProblem(checking, column, values))]) {
    if (each.fix !== undefined && decisions.get(placeOf(row, each.column)) === 'accept') values[template.named.get(each.column)?.index ?? -1] = each.fix;
    else found.push(each);
  }
  return { sheet, row, values, problems: found.map((each) => ({ ...each, sheet, row })), ...identityOf(template, values) };
}

/** What a row holds in the column of a meaning, '' for nothing. */
export const textOf = ({ meaning: columns }: Template, values: RowValues, meaning: Meaning): string => String(values[columns[meaning]?.index ?? -1] ?? '');

function identityOf(template: Template, values: RowValues) {
  const name = textOf(template, values, 'name');
  return {
    idNumber: textOf(template, values, 'idNumber'), name,
    foldedName: name === '' ? '' : foldName(name, template.variants),
    birthDate: textOf(template, values, 'birthDate'),
  };
}

// What the ID number says about birth date and sex fills an empty cell and contradicts a differing one.
function contradictions({ template, today }: Checking, values: RowValues): CellProblem[] {
  const idNumber = textOf(template, values, 'idNumber');
  const read = idNumber === '' ? undefined : checkIdNumber(idNumber, today);
  if (!read?.ok) return [];
  return [
    ...agree(template.meaning.birthDate, read.value.birthDate, 'birthDiffers', values),
    ...agree(template.meaning.sex, identityFacts[read.value.sex], 'sexDiffers', values),
  ];
}

function agree(column: Column | undefined, said: string, reason: string, values: RowValues): CellProblem[] {
  if (!column) return [];
  const given = values[column.index];
  if (given === undefined) values[column.index] = said;
  return given === undefined || given === said ? [] : [{ ...problem(column, reason, 'refuse', { given: String(given), said }), fix: said }];
}

function dateProblem({ template, today }: Checking, column: Column, values: RowValues): CellProblem[] {
  const date = values[column.index];
  if (column.kind.type !== 'date' || typeof date !== 'string' || date === '') return [];
  const dayIn = (name: string) => String(values[template.named.get(name)?.index ?? -1] ?? '');
  const earlier = column.notBefore.find((name) => dayIn(name) > date);
  if (earlier !== undefined) return [problem(column, 'dateOrder', 'refuse', { given: date, other: earlier, otherDate: dayIn(earlier) })];
  if (column.notAfterToday && date > today) return [problem(column, 'dateFuture', 'refuse', { given: date })];
  const born = textOf(template, values, 'birthDate');
  if (column.minimumAge === undefined || born === '' || date >= yearsLater(born, column.minimumAge)) return [];
  return [problem(column, 'ageAtHire', 'refuse', { given: date, limit: column.minimumAge })];
}

/** May this row go in? */
export const isGood = ({ problems }: CheckedRow): boolean => !problems.some(keepsOut);
