import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { addPeople } from '#registry/server/public.ts';
import { textOf, type CheckedRow } from '../domain/checkRow.ts';
import type { Meaning, Template } from '../domain/template.ts';
import type { ImportRow } from './rosterImport.store.ts';

// Few enough that a batch and its statements stay small in memory, enough that statements are few.
const atOnce = 400;

/** What went in. */
export type Entered = { added: number; updated: number };

/** Enters rows through the registry's front door, some hundred at a time in the caller's transaction; undefined when `step` said stop. */
export async function enterRows(call: Call, { id, organisation_id }: ImportRow, template: Template, rows: readonly CheckedRow[], updates: ReadonlyMap<number, string>, step: (rows: number) => Promise<boolean>): Promise<Answer<Entered | undefined>> {
  const sum = { added: 0, updated: 0 };
  for (let from = 0; from < rows.length; from += atOnce) {
    if (!(await step(from))) return yes(undefined);
    const people = rows.slice(from, from + atOnce).map((row) => personOf(template, row, id, organisation_id, updates.get(row.row)));
    const entered = await addPeople(call, { people });
    if (!entered.ok) return entered;
    sum.added += entered.value.added;
    sum.updated += entered.value.updated;
  }
  return yes(sum);
}

// Name, ID number and phone live on the person, the rest are facts of the dictionary.
const onPerson = new Set<Meaning | undefined>(['name', 'idNumber', 'phone']);

function personOf(template: Template, { row, values, idNumber, name }: CheckedRow, importId: string, organisationId: string, personId: string | undefined) {
  const text = (meaning: Meaning) => textOf(template, values, meaning);
  const facts = template.columns.flatMap((column) => {
    const value = values[column.index];
    return column.fact === undefined || onPerson.has(column.meaning) || value === undefined || value === '' ? [] : [{ kind: column.fact, value }];
  });
  const [from, to] = [text('hiredOn'), text('leftOn')];
  return {
    cause: `import:${importId}:${row}`, ...(personId ? { personId } : {}), idNumber, name, phone: text('phone'), facts,
    ...(from === '' ? {} : { employment: { organisationId, from, ...(to === '' ? {} : { to }), post: text('post') } }),
    source: 'import' as const, evidence: `import:${importId}`,
  };
}
