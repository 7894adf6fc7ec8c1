import type { CellValue } from 'hucre/xlsx';
import type { Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { factKindsOf, factsOfPeople, peopleInScope } from '#registry/server/public.ts';
import { exportSheet } from './exportSheet.ts';
import { factCell, factNote } from './factCells.ts';
import { rosterTemplate } from './rosterTemplate.ts';

const atOnce = 2_000;

/** Everybody within the actor's scope with the facts of the roster template, as Excel. Sensitive facts stay in the file. */
export async function exportRoster(call: Call, { purpose }: { purpose?: string | undefined }): Promise<Answer<Download>> {
  const { say } = call;
  const template = rosterTemplate(call.region);
  const { kinds } = factKindsOf(call.region);
  const facts = template.columns.flatMap((column) => (column.fact === undefined || column.sensitive || column.meaning === 'name' ? [] : kinds.get(column.fact) ?? []));
  const rows: CellValue[][] = [];
  for (let after = '';;) {
    const people = await peopleInScope(call, { after, limit: atOnce });
    const known = await factsOfPeople(call, people.map((person) => person.personId));
    for (const { personId, name, organisationName } of people) rows.push([name, organisationName, ...facts.map((kind) => factCell(call, known.get(personId)?.[kind.name]))]);
    if (people.length < atOnce) break;
    after = people.at(-1)?.personId ?? '';
  }
  const columns = [
    { name: say('exchange.export.name'), note: say('exchange.export.nameNote') }, { name: say('exchange.export.organisation'), note: say('exchange.export.organisationNote') },
    ...facts.map((kind) => ({ name: kind.name, note: factNote(call, kind) })),
  ];
  return exportSheet(call, { list: 'roster', title: say('exchange.export.roster'), columns, rows, purpose });
}
