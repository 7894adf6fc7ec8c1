import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { UnreadableFile } from '#platform/server/zip.ts';
import { isDay } from '#registry/domain/day.ts';
import { checkIdNumber } from '#registry/domain/idNumber.ts';
import { narrowText } from '#registry/domain/narrowText.ts';
import { foldName } from '#registry/domain/personName.ts';
import { findKnownPeople, nameVariantsOf, organisationTree } from '#registry/server/public.ts';
import { latestEnd, termFault } from '#review/domain/expertTerm.ts';
import { addExpert, listExperts } from '#review/server/public.ts';
import type { Cell } from '../domain/cell.ts';
import type { ExpertLine } from '../domain/expertImportContract.ts';
import { nearestOf } from '../domain/nearest.ts';
import { openRosterFile } from './fileKind.ts';
import { rowsOf } from './readRoster.ts';

const columns = ['name', 'idNumber', 'organisation', 'fields', 'level', 'external', 'from', 'to'] as const;
type Column = (typeof columns)[number];
type Read = { row: number; cells: Record<Column, string> };
type Problem = ExpertLine['problems'][number];
type Ready = Parameters<typeof addExpert>[1];

const mostRows = 2_000;
const headerDepth = 5;

/** The heads of the columns as people write them. */
export const expertColumns = ({ say }: Call): string[] => columns.map((column) => say(`exchange.experts.${column}`));

/** Looks at a sheet of experts row by row; with `enter` the right rows go into the pool, the others stay out with their reasons. */
export async function importExperts(call: Call, { content, enter }: { content: Buffer; enter: boolean }): Promise<Answer<{ rows: ExpertLine[]; good: number; refused: number }>> {
  const read = await readSheet(call, content);
  if (!read.ok) return read;
  const judge = await judgeOf(call, read.value);
  const rows: ExpertLine[] = [];
  for (const line of read.value) {
    const { problems, ready } = judge(line);
    const added = enter && ready ? await addExpert(call, ready) : undefined;
    const refused = added && !added.ok ? [...problems, problem(call, 'name', `reason.${added.reason}`, added.detail?.params)] : problems;
    const { name, organisation, fields, from, to } = line.cells;
    rows.push({ row: line.row, name, organisation, fields, term: `${from} – ${to}`, problems: refused, entered: added?.ok === true });
  }
  if (enter) await audit(call, { act: 'expert.import', subject: 'experts', detail: { rows: rows.length, entered: rows.filter(({ entered }) => entered).length } });
  const refused = rows.filter(({ problems }) => problems.length > 0).length;
  return yes({ rows, good: rows.length - refused, refused });
}

async function readSheet(call: Call, content: Buffer): Promise<Answer<Read[]>> {
  const opened = openRosterFile(content);
  if (!opened.ok) return opened;
  const heads = expertColumns(call);
  let places: number[] | undefined;
  const lines: Read[] = [];
  try {
    for await (const { row, cells } of rowsOf(opened.value)) {
      if (places) lines.push({ row, cells: Object.fromEntries(columns.map((column, at) => [column, textOf(cells[places?.[at] ?? -1])])) as Read['cells'] });
      else if (row <= headerDepth) places = placesOf(heads, cells);
      if (lines.length > mostRows) return no('tooManyRows', { params: { limit: mostRows } });
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return no(error.reason, { params: { limit: 50 } });
    throw error;
  }
  if (!places) return no('headerMissing', { params: { columns: heads.join('\u3001') } });
  const filled = lines.filter(({ cells }) => Object.values(cells).some(Boolean));
  return filled.length > 0 ? yes(filled) : no('rosterEmpty');
}

const textOf = (cell: Cell | undefined): string => narrowText(cell?.text ?? '').trim();

/** Where each column stands in a row of heads; undefined where the row is no head. */
function placesOf(heads: readonly string[], cells: readonly (Cell | undefined)[]): number[] | undefined {
  const texts = Array.from(cells, (cell) => textOf(cell).replace(/^\*/, ''));
  const places = heads.map((head) => texts.indexOf(head));
  return places.some((place, at) => place < 0 && columns[at] !== 'external') ? undefined : places;
}

const problem = ({ say }: Call, column: Column, key: string, params: Record<string, string | number> = {}, fix: string | null = null): Problem => ({ column: say(`exchange.experts.${column}`), message: say(key, params), fix });

/** Judges a row against the roster and the tree of institutions, both read once. */
async function judgeOf(call: Call, lines: readonly Read[]) {
  const today = call.clock.today();
  const numbers = lines.map(({ cells }) => checkIdNumber(cells.idNumber, today));
  const known = await findKnownPeople(call, numbers.map((number) => ({ idNumber: number.ok ? number.value.idNumber : '', foldedName: '', birthDate: '' })));
  const organisations = await organisationTree(call);
  const variants = nameVariantsOf(call.region);
  const pool = await listExperts(call);
  const inPool = new Set(pool.ok ? pool.value.rows.map(({ personId }) => personId) : []);
  return (line: Read): { problems: Problem[]; ready?: Ready } => {
    const at = lines.indexOf(line);
    const number = numbers[at];
    const person = known.find(({ index, inScope }) => index === at && inScope);
    const place = organisations.find(({ name }) => name === line.cells.organisation);
    const { cells } = line;
    const fields = cells.fields.split(/[,\u3001\uff0c;\uff1b\s]+/).filter(Boolean);
    const [from, to] = [dayOf(cells.from), dayOf(cells.to)];
    const problems = [
      ...(number && !number.ok ? [problem(call, 'idNumber', `reason.${number.reason}`, number.detail?.params)] : person ? [] : [problem(call, 'idNumber', 'exchange.experts.notOnRoster')]),
      ...(person && foldName(person.name, variants) !== foldName(cells.name, variants) ? [problem(call, 'name', 'exchange.experts.otherName', {}, person.name)] : []),
      ...(place ? [] : [problem(call, 'organisation', 'reason.noSuchOrganisation', {}, nearestOf(cells.organisation, organisations.map(({ name }) => name)) ?? null)]),
      ...(fields.length > 0 ? [] : [problem(call, 'fields', 'exchange.experts.empty')]), ...(cells.level ? [] : [problem(call, 'level', 'exchange.experts.empty')]),
      ...(from ? [] : [problem(call, 'from', 'exchange.experts.notDay')]), ...(to ? [] : [problem(call, 'to', 'exchange.experts.notDay')]),
      ...(from && to && termFault({ from, to }) ? [problem(call, 'to', 'reason.expertTerm', { latest: latestEnd({ from }) }, latestEnd({ from }))] : []),
      ...(person && inPool.has(person.personId) ? [problem(call, 'name', 'reason.expertExists')] : []),
    ];
    if (problems.length > 0 || !person || !place || !from || !to) return { problems };
    return { problems, ready: { personId: person.personId, organisationId: place.id, fields, level: cells.level, external: cells.external === call.say('exchange.yes'), from, to } };
  };
}

/** A day as sheets write it: 2026-01-31, 2026/1/31, 2026.1.31, with the characters for year, month and day, or the digits alone. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}
