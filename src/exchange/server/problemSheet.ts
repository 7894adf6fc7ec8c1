import type { CellValue } from 'hucre/xlsx';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import type { FileRow } from '../domain/cell.ts';
import { keepsOut, type RowProblem } from '../domain/problem.ts';
import { readRoster } from './readRoster.ts';
import { openFile } from './rosterFile.ts';
import { decisionsOf, findImport, problemRows } from './rosterImport.store.ts';
import { rosterTemplate } from './rosterTemplate.ts';
import { sheetMediaType, textStyle, writeSheets } from './writeSheet.ts';

const mostProblems = 100_000;
const marked = { ...textStyle, fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'F6E7C1' } } };

type Kept = { head: FileRow | undefined; rows: FileRow[] };

/** The rows that cannot go in, as the sender wrote them, with the faulty cells marked and the reasons beside: put right, it is sent again as it is. */
export async function problemSheet(call: Call, { importId }: { importId: string }): Promise<Answer<Download>> {
  const row = await findImport(call, importId);
  const bytes = row && await openFile(call, row.stored_name);
  if (!row || !bytes) return no(row ? 'importClosed' : 'notFound');
  const problems = (await problemRows(call, importId, { limit: mostProblems })).map((each) => ({ ...each, row: each.row_number, column: each.column_name })) as unknown as RowProblem[];
  const bad = Map.groupBy(problems.filter(keepsOut), (each) => `${each.sheet} ${each.row}`);
  const kept: Kept = { head: undefined, rows: [] };
  const template = rosterTemplate(call.region);
  await readRoster(bytes, {
    template, decisions: await decisionsOf(call, importId), today: call.clock.today(),
    keep: (each) => { if (!kept.head) kept.head = each; else if (bad.has(`${each.sheet} ${each.row}`)) kept.rows.push(each); },
  });
  await audit(call, { act: 'import.problemSheet', subject: importId, detail: { rows: kept.rows.length } });
  return yes({ fileName: `${row.shown_name.replace(/\.[^.]*$/, '')}-${call.say('exchange.problemSheet')}.xlsx`, mediaType: sheetMediaType, content: await annotated(call, template.sheet, kept, bad) });
}

function annotated(call: Call, name: string, { head, rows }: Kept, bad: ReadonlyMap<string, RowProblem[]>): Promise<Uint8Array> {
  const width = Math.max(head?.cells.length ?? 0, ...rows.map((row) => row.cells.length));
  const texts = (row: FileRow): CellValue[] => Array.from({ length: width }, (_, at) => row.cells[at]?.text ?? null);
  const problemsOf = (row: FileRow) => bad.get(`${row.sheet} ${row.row}`) ?? [];
  const columnNames = head ? texts(head).map((text) => String(text ?? '').replace(/^\*/, '')) : [];
  const cells = rows.flatMap((row, at) => problemsOf(row).flatMap((each): [string, { value: CellValue; style: typeof marked }][] => {
    const place = columnNames.indexOf(each.column);
    return place < 0 ? [] : [[`${at + 1},${place}`, { value: texts(row)[place] ?? null, style: marked }]];
  }));
  return writeSheets([{
    name,
    columns: Array.from({ length: width + 2 }, (_, at) => ({ width: at < width ? 16 : 60, style: textStyle })),
    rows: [
      [...(head ? texts(head) : []), call.say('exchange.originalRow'), call.say('exchange.whatIsWrong')],
      ...rows.map((row) => [...texts(row), `${row.sheet} ${row.row}`, problemsOf(row).map((each) => sentenceOf(call, each)).join('\n')]),
    ],
    cells: new Map(cells),
    freezePane: { rows: 1 },
  }], call.clock.now());
}

/** A problem as one sentence with its column and what to do about it. */
export const sentenceOf = ({ say }: Pick<Call, 'say'>, { column, reason, params, fix }: Pick<RowProblem, 'column' | 'reason' | 'params' | 'fix'>): string =>
  say('exchange.problemLine', { column, text: say(`exchange.problem.${reason}`, params) }) + say('exchange.proposedFix', { fix: fix ?? say(`exchange.advice.${reason}`) });
