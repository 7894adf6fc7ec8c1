import { dayText } from './calendar.ts';
import type { Facts, Policy, Type } from './model.ts';
import { columnName } from './sql.ts';
import { encodeFacts } from './values.ts';
import type { Encoded } from './values.ts';

/** A column of the table that decisionQuery reads. */
export type SqlColumn = { fact: string; name: string; type: string };

const types = { boolean: 'boolean', integer: 'bigint', date: 'date', enumeration: 'integer', list: 'jsonb', catalogue: 'jsonb' } as const;

/** The columns that a policy's facts need, with their types in PostgreSQL. */
export const sqlColumns = (policy: Policy): SqlColumn[] =>
  policy.facts.map((fact) => ({ fact, name: columnName(policy, fact), type: types[policy.dictionary.facts[fact]?.type.kind ?? 'boolean'] }));

type Cell = string | number | boolean | null;

function scalar(value: number | undefined, type: Type): Cell {
  if (value === undefined) return null;
  if (type.kind === 'boolean') return value === 1;
  return type.kind === 'date' ? dayText(value) : value;
}

function cell(value: Encoded | undefined, type: Type): Cell {
  if (type.kind !== 'list' || typeof value !== 'object') return scalar(typeof value === 'object' ? undefined : value, type);
  const items = value.items.map((item) => Object.fromEntries(Object.entries(type.items).map(([field, of]) => [field, scalar(item[field], of)])));
  return JSON.stringify({ complete: value.complete, items });
}

/** One person's facts as the row of that table, in the order of sqlColumns. */
export function sqlRow(policy: Policy, facts: Facts): Cell[] {
  const encoded = encodeFacts(facts, policy.facts, policy.dictionary);
  return policy.facts.map((fact) => cell(encoded[fact], policy.dictionary.facts[fact]?.type ?? { kind: 'boolean' }));
}
