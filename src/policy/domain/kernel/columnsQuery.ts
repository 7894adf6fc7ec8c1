import { sqlOf } from '../sql.ts';
import type { Columns } from '../sql.ts';
import { missingCode } from './plan.ts';
import type { Column, Plan } from './plan.ts';
import type { Table } from './table.ts';

/** The code of one column, as a whole number in SQL. */
function codeSql(column: Column, columns: Columns): string {
  const { node } = column;
  if (column.kind === 'derived') return `coalesce((${sqlOf(node, columns)})::integer * 2, 1)`;
  const fact = columns(column.fact);
  if (column.width === 1) return `coalesce(${fact}::integer, ${missingCode[1]})`;
  const code = node.type.kind === 'date' ? `${fact} - date '1900-01-01'` : `${fact} + 1`;
  return `(case when ${fact} is null then ${missingCode[2]} else least(greatest(${code}, 0), ${missingCode[2] - 1}) end)`; // greatest() overlooks null
}

/** Its bytes, the high one first; PostgreSQL's two-byte numbers have a sign. */
const bytesSql = (code: string, width: 1 | 2): string =>
  width === 1 ? `substring(int4send(${code}) from 4)` : `substring(int4send((${code})::integer) from 3)`;

/** One query that packs the columns of a plan, in the order of ids, into one value each: a population is loaded without a row a person. */
export function columnsQuery(plan: Plan, columns: Columns, table: string): string {
  const packed = plan.columns.map((column, index) => `${bytesSql(codeSql(column, columns), column.width)} as c${index}`);
  const joined = plan.columns.map((_, index) => `string_agg(c${index}, ''::bytea) as c${index}`);
  return `select ${joined.join(', ')} from (select ${packed.join(', ')} from "${table}" as person order by person.id) as packed`;
}

/** Puts what columnsQuery gave into the table's columns. */
export function fillPacked(table: Table, plan: Plan, packed: readonly Uint8Array[]): void {
  for (const [index, column] of plan.columns.entries()) {
    const bytes = packed[index];
    if (!bytes || table.has(column.key)) continue;
    const codes = table.add(column);
    if (column.width === 1) codes.set(bytes);
    else for (let at = 0; at < table.size; at += 1) codes[at] = ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0);
  }
}
