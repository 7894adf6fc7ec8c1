import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/domain/actor.ts';
import type { App } from '#platform/server/call.ts';
import type { Bound } from '#platform/server/serve.ts';

/** One request as somebody sends it. */
export type Asked = { who: string; method: 'GET' | 'POST'; url: string; body?: object };

/** What may be put in the place of a parameter, by its name; the first is tried first. */
export type Values = (name: string) => string[];

type Shape = { enum?: unknown[]; type?: string; default?: unknown; anyOf?: Shape[]; const?: unknown; format?: string };
type Parameters = { properties: Record<string, Shape>; required: string[] };

/**
 * Every question that a reading route can be asked by somebody: its path filled with ids of the world and with ids that do not exist,
 * then each parameter of its query in turn. A route that the role may not call is asked once.
 */
export function askingsOf(bound: Bound, who: string, actor: Actor, values: Values): Asked[] {
  const { route } = bound;
  const paths = pathsOf(route.path, values);
  if (!route.may.includes(actor.role)) return [{ who, method: route.method === 'GET' ? 'GET' : 'POST', url: paths[0] ?? route.path, ...(route.method === 'GET' ? {} : { body: {} }) }];
  if (route.asks) return paths.slice(0, 2).flatMap((url) => bodiesOf(parametersOf(route.body), values).map((body) => ({ who, method: 'POST' as const, url, body })));
  const queries = queriesOf(parametersOf(route.query), values);
  const [first = '', ...others] = paths;
  return [...queries.map((query) => ({ who, method: 'GET' as const, url: first + query })), ...others.map((url) => ({ who, method: 'GET' as const, url: url + (queries[0] ?? '') }))];
}

/** Reading routes: those that change nothing but the trail of who took a file out. */
export const readingRoutes = (routes: readonly Bound[]): Bound[] => routes.filter(({ route }) => (route.method === 'GET' || route.asks === true) && route.file !== 'in');

const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** A path with its places filled: the values in step, so that a code goes with its version. */
function pathsOf(path: string, values: Values): string[] {
  const names = namesIn(path);
  if (names.length === 0) return [path];
  const lists = new Map(names.map((name) => [name, [...values(name), `${name}_none`]]));
  const most = Math.max(...[...lists.values()].map((list) => list.length));
  const fill = (at: number) => path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(lists.get(name)?.[at] ?? lists.get(name)?.at(-1) ?? ''));
  return [...new Set(Array.from({ length: most }, (_, at) => fill(at)))];
}

function parametersOf(schema: z.ZodType | undefined): Parameters {
  if (!schema) return { properties: {}, required: [] };
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Partial<Parameters>;
  return { properties, required };
}

const candidates = (name: string, shape: Shape, values: Values): string[] => {
  const options = [shape, ...(shape.anyOf ?? [])].flatMap(({ enum: list = [], const: only }) => [...list, ...(only === undefined ? [] : [only])]).map(String);
  return options.length > 0 ? options : shape.type === 'boolean' ? ['true', 'false'] : values(name);
};

function queriesOf({ properties, required }: Parameters, values: Values): string[] {
  const base = new Map(required.map((name) => [name, candidates(name, properties[name] ?? {}, values)[0] ?? 'x']));
  const varied = Object.entries(properties).flatMap(([name, shape]) => candidates(name, shape, values).map((value) => new Map([...base, [name, value]])));
  const texts = [base, ...varied].map((query) => (query.size ? `?${new URLSearchParams([...query])}` : ''));
  return [...new Set(texts)];
}

function bodiesOf({ properties, required }: Parameters, values: Values): object[] {
  const only = Object.fromEntries(required.map((name) => [name, valueFor(name, properties[name] ?? {}, values)]));
  return [only, {}];
}

function valueFor(name: string, shape: Shape, values: Values): unknown {
  if (shape.type === 'array') return [values(name.replace(/s$/, ''))[0] ?? 'none'];
  if (shape.type === 'object') return {};
  if (shape.type === 'integer' || shape.type === 'number') return 1;
  return shape.type === 'boolean' ? true : (candidates(name, shape, values)[0] ?? 'x');
}

const wordsToSearch = ['zhang', '李', '%', 'case'];
const several = 3;

/**
 * Values of a world by the names that routes use: what the secret is about comes first, then the ids that the tables hold under such a name,
 * so that a route which nobody thought of here is asked with ids that exist.
 */
export async function valuesOf(app: App, about: Readonly<Record<string, string[]>>): Promise<Values> {
  const found = new Map<string, string[]>();
  const columns = await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'text' order by table_name, ordinal_position`.execute(app.db);
  const idsOf = async (name: string): Promise<string[]> => {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const own = snake.replace(/_id$/, '');
    const places = columns.rows.filter(({ table, column }) => (column === 'id' && (table === own || table.endsWith(`_${own}`))) || column === snake).slice(0, 2);
    const lists = await Promise.all(places.map(({ table, column }) => sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.ref(column)} <> '' order by 1 limit ${several}`.execute(app.db)));
    return lists.flatMap((list) => list.rows.map(({ id }) => id)).slice(0, several);
  };
  const names = new Set(columns.rows.map(({ column }) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())));
  for (const { table } of columns.rows) names.add(`${table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`);
  for (const name of names) found.set(name, await idsOf(name));
  const known: Readonly<Record<string, string[]>> = {
    q: [...(about.q ?? []), ...wordsToSearch], text: [...(about.q ?? []), ...wordsToSearch], after: ['', 'z'], before: ['z'], limit: ['1', '3', '0'], sort: ['name', '-name'], day: [app.clock.today()], asOf: [app.clock.today()],
    year: [app.clock.today().slice(0, 4)], purpose: ['核对名册'], page: ['1', '2'],
  };
  return (name) => [...new Set([...(about[name] ?? []), ...(known[name] ?? found.get(name) ?? [])])];
}
