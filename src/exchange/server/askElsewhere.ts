import type { Call } from '#platform/server/call.ts';
import { askIdentityChecks } from '#registry/server/public.ts';
import { textOf, type CheckedRow } from '../domain/checkRow.ts';
import type { Template } from '../domain/template.ts';
import type { ImportRow } from './rosterImport.store.ts';

/** Hands the rows whose people work elsewhere to the bureau; the institution learns nothing about them. */
export async function askElsewhere(call: Call, { organisation_id }: ImportRow, template: Template, rows: readonly CheckedRow[], elsewhere: ReadonlyMap<number, string>): Promise<void> {
  const text = (row: CheckedRow, meaning: 'name' | 'hiredOn' | 'post') => textOf(template, row.values, meaning);
  await askIdentityChecks(call, rows.flatMap((row) => {
    const personId = elsewhere.get(row.row);
    return personId === undefined ? [] : [{ personId, organisationId: organisation_id, toldName: text(row, 'name'), from: text(row, 'hiredOn') || call.clock.today(), post: text(row, 'post') }];
  }));
}
