import { countEnds, sqlOf } from '../sql.ts';
import type { Columns } from '../sql.ts';
import { highest, missingCode } from './plan.ts';
import type { Column, Plan } from './plan.ts';
import type { Table } from './table.ts';

/** The code of one column, as a whole number in SQL. */
function codeSql(column: Column, columns: Columns): string {
  const { node } = column;
  if (column.kind === 'derived') return `coalesce((${sqlOf(node, columns)})::integer * 2, 1)`;
  if (column.kind === 'least' || column.kind === 'most') return `least(${countEnds(column.node, columns)[column.kind]}, ${highest[2]})`; // least() overlooks null: no upper end is the highest
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
  const words = wordsOf(plan).map((word) => word.map(({ column, shift }) => `((${codeSql(column, columns)})::bigint << ${shift})`).join(' | '));
  const packed = words.map((word, index) => `${word} as w${index}`);
  const joined = words.map((_, index) => `string_agg(int8send(w${index}), ''::bytea) as w${index}`);
  return `select ${joined.join(', ')} from (select ${packed.join(', ')} from "${table}" as person order by person.id) as packed`;
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
