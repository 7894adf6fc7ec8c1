import { bindTo } from './bind.ts';
import { dayText } from './calendar.ts';
import { flipped } from './evaluate.ts';
import type { Comparison, Node, Policy, Type } from './model.ts';

/** Where SQL finds a fact: dates as date, numbers and enumeration ranks as integer, booleans as boolean, lists as jsonb (see listJson). */
export type Columns = (fact: string) => string;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const sqlTypes = { boolean: 'boolean', integer: 'bigint', date: 'date', enumeration: 'integer', list: 'jsonb', catalogue: 'jsonb' } as const;
const signs: Record<Comparison, string> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '=': '=', '!=': '<>' };

function constant(value: number | undefined, type: Type): string {
  if (value === undefined) return `null::${sqlTypes[type.kind]}`;
  if (type.kind === 'boolean') return value ? 'true' : 'false';
  return type.kind === 'date' ? `date ${quoted(dayText(value))}` : `(${value})::${sqlTypes[type.kind]}`;
}

/** A bound expression as SQL for PostgreSQL; unknown is null, and AND, OR, NOT are three-valued there as here. */
export function sqlOf(node: Node, columns: Columns): string {
  const part = (each: Node): string => sqlOf(each, columns);
  switch (node.op) {
    case 'constant': return constant(node.value, node.type);
    case 'fact': return columns(node.name);
    case 'field': return `(item->>${quoted(node.name)})::${sqlTypes[node.type.kind]}`;
    case 'all': return node.parts.length ? `(${node.parts.map(part).join(' and ')})` : 'true';
    case 'any': return node.parts.length ? `(${node.parts.map(part).join(' or ')})` : 'false';
    case 'not': return `(not ${part(node.part)})`;
    case 'known': return known(node.part, columns);
    case 'compare': return comparison(node, columns);
    case 'oneOf': return membership(node, columns);
    case 'arithmetic': return `(${part(node.left)} ${node.by} ${part(node.right)})`;
    case 'years': return `floor((${digits(part(node.until))} - ${digits(part(node.since))}) / 10000.0)::bigint`;
    case 'choose': return choice(part(node.test), part(node.then), part(node.otherwise));
    default: throw new Error(`not bound: ${node.op}`);
  }
}

const digits = (date: string): string => `to_char(${date}, 'YYYYMMDD')::integer`;

/** An unknown test does not hide what both branches agree on. */
const choice = (test: string, then: string, otherwise: string): string =>
  `(case when ${test} then ${then} when not ${test} then ${otherwise} when ${then} = ${otherwise} then ${then} end)`;

function known(node: Node, columns: Columns): string {
  if (node.op !== 'count') return `(${sqlOf(node, columns)} is not null)`;
  const { least, most } = countEnds(node, columns);
  return `coalesce(${least} = ${most}, false)`;
}

function membership({ item, among }: Node & { op: 'oneOf' }, columns: Columns): string {
  if (!Array.isArray(among)) return 'null::boolean';
  const of = sqlOf(item, columns);
  return among.length ? `(${of} in (${among.map((value) => constant(value, item.type)).join(', ')}))` : `(case when ${of} is not null then false end)`;
}

/** The least a count can be, and the most; null where there is no upper end. */
function countEnds({ list, where }: Node & { op: 'count' }, columns: Columns): { least: string; most: string } {
  const items = `jsonb_array_elements(${columns(list)}->'items') as item`;
  const counts = where ? sqlOf(where, columns) : 'true';
  return {
    least: `(select count(*) from ${items} where ${counts})`,
    most: `(case when (${columns(list)}->>'complete')::boolean then (select count(*) from ${items} where (${counts}) is not false) end)`,
  };
}

function comparison({ left, right, by }: Node & { op: 'compare' }, columns: Columns): string {
  if (left.op === 'count') return between(countEnds(left, columns), by, sqlOf(right, columns));
  if (right.op === 'count') return between(countEnds(right, columns), flipped[by], sqlOf(left, columns));
  return `(${sqlOf(left, columns)} ${signs[by]} ${sqlOf(right, columns)})`;
}

function between({ least, most }: { least: string; most: string }, by: Comparison, bound: string): string {
  const decided = (yes: string, never: string): string => `(case when ${bound} is null then null when ${yes} then true when ${never} then false end)`;
  switch (by) {
    case '>=':
    case '>': return decided(`${least} ${by} ${bound}`, `${most} ${by === '>=' ? '<' : '<='} ${bound}`);
    case '<':
    case '<=': return decided(`${most} ${by} ${bound}`, `${least} ${by === '<' ? '>=' : '>'} ${bound}`);
    case '=': return decided(`${least} = ${most} and ${least} = ${bound}`, `${least} > ${bound} or ${most} < ${bound}`);
    case '!=': return `(not ${between({ least, most }, '=', bound)})`;
  }
}

/** The column of a fact in a table made for a policy: its key in the dictionary. */
export const columnName = (policy: Policy, fact: string): string => named(policy.dictionary.facts[fact]?.key ?? fact);

/** One query that decides every result of a policy on a day for all rows of a table with an id: true, false or null a result. */
export function decisionQuery(policy: Policy, asOf: string, table: string, results = Object.keys(policy.results)): string {
  const bind = bindTo(policy, asOf);
  const columns = (fact: string): string => `person.${columnName(policy, fact)}`;
  const chosen = results.flatMap((name) => {
    const when = policy.results[name]?.when;
    return when ? [`${sqlOf(bind(when), columns)} as ${named(name)}`] : [];
  });
  return `select person.id, ${chosen.join(', ')} from ${named(table)} as person order by person.id`;
}
