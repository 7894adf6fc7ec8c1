import type { Node } from '../model.ts';
import { sqlOf } from '../sql.ts';
import type { Columns } from '../sql.ts';
import { highest, keyOf, missingCode } from './plan.ts';
import type { Column, Plan } from './plan.ts';
import type { Table } from './table.ts';

type Count = Node & { op: 'count' };

/** The lists that are counted, each gone through once a person for both ends of its count. */
function countsOf(plan: Plan): Count[] {
  const found = new Map(plan.columns.flatMap((column): [string, Count][] => (column.kind === 'least' || column.kind === 'most' ? [[keyOf(column.node), column.node]] : [])));
  return [...found.values()];
}

function countJoin({ list, where }: Count, at: number, columns: Columns): string {
  const counts = where ? sqlOf(where, columns) : 'true';
  return `cross join lateral (select count(*) filter (where ${counts}) as least, count(*) filter (where (${counts}) is not false) as most from jsonb_array_elements(${columns(list)}->'items') as item) as counted${at}`;
}

/** The code of one column, as a whole number in SQL. */
function codeSql(column: Column, columns: Columns, counts: readonly Count[]): string {
  const { node } = column;
  if (column.kind === 'derived') return `coalesce((${sqlOf(node, columns)})::integer * 2, 1)`;
  if (column.kind === 'least' || column.kind === 'most') {
    const end = `least(counted${counts.findIndex((each) => keyOf(each) === keyOf(node))}.${column.kind}, ${highest[2]})`;
    return column.kind === 'least' ? end : `(case when (${columns(column.node.list)}->>'complete')::boolean then ${end} else ${highest[2]} end)`;
  }
  const value = sqlOf(node, columns);
  if (column.width === 1) return `coalesce(${value}::integer, ${missingCode[1]})`;
  const code = node.type.kind === 'date' ? `${value} - date '1900-01-01'` : `${value} + 1`;
  return `(case when ${value} is null then ${missingCode[2]} else least(greatest(${code}, 0), ${highest[2]}) end)`; // greatest() overlooks null
}

/** Columns that share one eight-byte number; shift is where a column's lowest bit stands. */
type Word = { column: Column; shift: number }[];
const wordBytes = 8;

/** Columns laid into numbers, so that the database sends one value for several. */
function wordsOf(plan: Plan): Word[] {
  const words: Word[] = [];
  let room = 0;
  for (const column of plan.columns) {
    if (column.width > room) {
      words.push([]);
      room = wordBytes;
    }
    room -= column.width;
    words.at(-1)?.push({ column, shift: (wordBytes - room - column.width) * 8 });
  }
  return words;
}

/** One query that packs the columns of a plan, in the order of ids, into a few values: a population is loaded without a row a person. */
export function columnsQuery(plan: Plan, columns: Columns, table: string): string {
  const counts = countsOf(plan);
  const words = wordsOf(plan).map((word) => word.map(({ column, shift }) => `((${codeSql(column, columns, counts)})::bigint << ${shift})`).join(' | '));
  const packed = words.map((word, index) => `${word} as w${index}`);
  const joined = words.map((_, index) => `string_agg(int8send(w${index}), ''::bytea) as w${index}`);
  return `select ${joined.join(', ')} from (select ${packed.join(', ')} from "${table}" as person ${counts.map((count, at) => countJoin(count, at, columns)).join(' ')} order by person.id) as packed`;
}

/** Puts what columnsQuery gave into the table's columns; the numbers come with their high byte first. */
export function fillPacked(table: Table, plan: Plan, packed: readonly Uint8Array[]): void {
  for (const [index, word] of wordsOf(plan).entries()) {
    const bytes = packed[index] ?? new Uint8Array();
    for (const { column, shift } of word.filter((each) => !table.has(each.column.key))) {
      const codes = table.add(column);
      const low = wordBytes - 1 - shift / 8;
      const high = column.width === 2 ? 256 : 0;
      for (let at = 0; at < table.size; at += 1) codes[at] = (bytes[at * wordBytes + low] ?? 0) + high * (bytes[at * wordBytes + low - 1] ?? 0);
    }
  }
}
