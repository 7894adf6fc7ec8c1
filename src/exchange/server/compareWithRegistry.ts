import type { Call } from '#platform/server/call.ts';
import { findKnownPeople } from '#registry/server/public.ts';
import type { CheckedRow } from '../domain/checkRow.ts';
import { markKnown } from '../domain/doubles.ts';
import type { Decisions } from '../domain/problem.ts';
import type { Template } from '../domain/template.ts';

const atOnce = 2_000;

/** Marks the rows whose people the registry knows; answers who will be updated by which row. `step` may say stop by false; then undefined. */
export async function compareWithRegistry(call: Call, template: Template, rows: readonly CheckedRow[], decisions: Decisions, step: (rows: number) => Promise<boolean>): Promise<Map<number, string> | undefined> {
  const updates = new Map<number, string>();
  const asked = rows.filter((row) => row.idNumber !== '' && row.birthDate !== '');
  for (let from = 0; from < asked.length; from += atOnce) {
    if (!(await step(from))) return undefined;
    const part = asked.slice(from, from + atOnce);
    const known = await findKnownPeople(call, part.map(({ idNumber, foldedName, birthDate }) => ({ idNumber, foldedName, birthDate })));
    const placed = known.map(({ index, ...each }) => ({ ...each, row: part[index]?.row ?? 0 }));
    for (const [row, personId] of markKnown(template, part, placed, decisions)) updates.set(row, personId);
  }
  return updates;
}
