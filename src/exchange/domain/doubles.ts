import { problem } from './checkCell.ts';
import type { CheckedRow } from './checkRow.ts';
import { placeOf, type CellProblem, type Decisions } from './problem.ts';
import type { Template } from './template.ts';

/** Somebody the registry knows who is, or may be, the person of a row. */
export type KnownPerson = {
  row: number;
  personId: string;
  /** The same ID number is the same person; the same name and birth date may be. */
  by: 'idNumber' | 'nameAndBirth';
  /** May the importer see that person? If not, nothing about the person is told. */
  inScope: boolean;
  /** '' when out of scope. */
  name: string;
};

/** Marks what appears twice in the file: the same ID number is refused, the same name and birth date waits for a word. */
export function markDoublesInFile(template: Template, rows: readonly CheckedRow[], decisions: Decisions): void {
  const byNumber = new Map<string, number>();
  const byName = new Map<string, CheckedRow>();
  for (const row of rows) {
    const sameNumber = row.idNumber === '' ? undefined : byNumber.get(row.idNumber);
    if (sameNumber !== undefined) mark(row, inColumn(template, 'idNumber', 'personTwice', { other: sameNumber }, 'refuse'));
    else if (row.idNumber !== '') byNumber.set(row.idNumber, row.row);
    if (row.foldedName === '' || row.birthDate === '') continue;
    const key = `${row.foldedName} ${row.birthDate}`;
    const alike = byName.get(key);
    if (!alike) byName.set(key, row);
    else if (alike.idNumber !== row.idNumber && decisionOn(template, row, decisions, 'name') !== 'new') mark(row, inColumn(template, 'name', 'personAlikeInFile', { other: alike.row, name: alike.name }, 'confirm'));
  }
}

/** Whom each row will update, and who works elsewhere so that the bureau must decide; both by row. */
export type KnownRows = { updates: Map<number, string>; elsewhere: Map<number, string> };

/** Marks rows whose person the registry knows already. */
export function markKnown(template: Template, rows: readonly CheckedRow[], known: readonly KnownPerson[], decisions: Decisions): KnownRows {
  const found: KnownRows = { updates: new Map(), elsewhere: new Map() };
  const byRow = Map.groupBy(known, (each) => each.row);
  for (const row of rows) {
    const people = byRow.get(row.row) ?? [];
    const same = people.find((each) => each.by === 'idNumber');
    if (same) markSame(template, row, same, decisions, found);
    else if (people[0]) markAlike(template, row, people[0], decisions);
  }
  return found;
}

function markSame(template: Template, row: CheckedRow, known: KnownPerson, decisions: Decisions, found: KnownRows): void {
  if (!known.inScope) {
    found.elsewhere.set(row.row, known.personId);
    mark(row, inColumn(template, 'idNumber', 'personElsewhere', {}, 'refuse'));
  } else if (decisionOn(template, row, decisions, 'idNumber') === 'update') found.updates.set(row.row, known.personId);
  else mark(row, inColumn(template, 'idNumber', 'personExists', { name: known.name }, 'confirm'));
}

function markAlike(template: Template, row: CheckedRow, known: KnownPerson, decisions: Decisions): void {
  if (decisionOn(template, row, decisions, 'name') === 'new') return;
  mark(row, known.inScope ? inColumn(template, 'name', 'personAlike', { name: known.name }, 'confirm') : inColumn(template, 'name', 'personAlikeElsewhere', {}, 'confirm'));
}

const decisionOn = (template: Template, row: CheckedRow, decisions: Decisions, meaning: 'idNumber' | 'name') =>
  decisions.get(placeOf(row.row, template.meaning[meaning]?.name ?? ''));

const inColumn = (template: Template, meaning: 'idNumber' | 'name', reason: string, params: Record<string, string | number>, severity: 'refuse' | 'confirm'): CellProblem =>
  problem({ name: template.meaning[meaning]?.name ?? '' }, reason, severity, params);

const mark = (row: CheckedRow, found: CellProblem): void => {
  row.problems.push({ ...found, sheet: row.sheet, row: row.row });
};
