import type { Call } from '#platform/server/call.ts';
import { findKnownPeople } from '#registry/server/public.ts';
import type { CheckedRow } from '../domain/checkRow.ts';
import { markKnown, type KnownRows } from '../domain/doubles.ts';
import type { Decisions } from '../domain/problem.ts';
import type { Template } from '../domain/template.ts';

const atOnce = 2_000;

/** Marks the rows whose people the registry knows; answers who will be updated by which row and who works elsewhere. `step` may say stop by false; then undefined. */
export async function compareWithRegistry(call: Call, template: Template, rows: readonly CheckedRow[], decisions: Decisions, step: (rows: number) => Promise<boolean>): Promise<KnownRows | undefined> {
  const found: KnownRows = { updates: new Map(), elsewhere: new Map() };
  const asked = rows.filter((row) => row.idNumber !== '' && row.birthDate !== '');
  for (let from = 0; from < asked.length; from += atOnce) {
    if (!(await step(from))) return undefined;
    const part = asked.slice(from, from + atOnce);
    const known = await findKnownPeople(call, part.map(({ idNumber, foldedName, birthDate }) => ({ idNumber, foldedName, birthDate })));
    const placed = known.map(({ index, ...each }) => ({ ...each, row: part[index]?.row ?? 0 }));
    const marked = markKnown(template, part, placed, decisions);
    for (const [row, personId] of marked.updates) found.updates.set(row, personId);
    for (const [row, personId] of marked.elsewhere) found.elsewhere.set(row, personId);
  }
  return found;
}
