import { CompiledQuery } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import type { Facts, Policy, Verdict } from '../domain/policy.ts';
import { decisionQuery } from '../domain/sql.ts';
import { sqlColumns, sqlRow } from '../domain/sqlRow.ts';

/** What the database itself decides of people who stand in no table, result by result in the order of the policy. */
export async function decidedBySql({ tx }: Call, policy: Policy, crowd: readonly Facts[], asOf: string): Promise<Verdict[][]> {
  const columns = [{ name: 'id', type: 'integer' }, ...sqlColumns(policy)];
  const rows = crowd.map((facts, index) => [index, ...sqlRow(policy, facts)]);
  const values = rows.map((row, at) => `(${row.map((_, index) => `$${at * columns.length + index + 1}::${columns[index]?.type}`).join(', ')})`).join(', ');
  const people = `with people (${columns.map(({ name }) => name).join(', ')}) as (values ${values})`;
  const found = await tx.executeQuery<Record<string, boolean | null>>(CompiledQuery.raw(`${people} ${decisionQuery(policy, asOf, 'people')}`, rows.flat()));
  return found.rows.map((row) => Object.keys(policy.results).map((name) => verdictOf(row[name] ?? null)));
}

const verdictOf = (value: boolean | null): Verdict => (value === null ? 'unknown' : value ? 'yes' : 'no');
