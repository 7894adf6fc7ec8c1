import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { columnsQuery, fillPacked } from '#policy/domain/kernel/columnsQuery.ts';
import { countBits } from '#policy/domain/kernel/outcome.ts';
import { planFor } from '#policy/domain/kernel/population.ts';
import { Table } from '#policy/domain/kernel/table.ts';
import { wasmKernel } from '#policy/domain/kernel/wasm.ts';
import type { Dictionary, Policy } from '#policy/domain/policy.ts';
import { columnName, decisionQuery } from '#policy/domain/sql.ts';
import { sqlColumns } from '#policy/domain/sqlRow.ts';

/** Seconds of the whole way, by the clock on the wall since the database is another program. */
export type SqlFigures = { loadSeconds: number; decideSeconds: number; sqlSeconds: number };

/** Random facts made inside the database, one in ten missing. */
function randomFact(fact: string, dictionary: Dictionary): string {
  const type = dictionary.facts[fact]?.type;
  const value = (() => {
    if (type?.kind === 'boolean') return 'random() < 0.5';
    if (type?.kind === 'date') return "date '1960-01-01' + (random() * 24000)::integer";
    if (type?.kind === 'enumeration') return `floor(random() * ${dictionary.enumerations[type.domain]?.values.length ?? 1})::integer`;
    if (type?.kind === 'list') {
      const item = `jsonb_build_object('级别', floor(random() * 4)::integer, '第一完成人', random() < 0.5)`;
      return `jsonb_build_object('complete', random() < 0.7, 'items', case when random() < 0.3 then '[]'::jsonb else jsonb_build_array(${item}, ${item}) end)`;
    }
    return 'floor(random() * 40)::bigint';
  })();
  return `case when random() < 0.9 then ${value} end`;
}

const runs = 3;

/** The best of some runs, since the database shares the machine. */
async function seconds<T>(act: () => Promise<T>): Promise<{ took: number; result: T }> {
  let took = Infinity;
  for (let run = 1; ; run += 1) {
    const start = performance.now();
    const result = await act();
    took = Math.min(took, (performance.now() - start) / 1000);
    if (run === runs) return { took, result };
  }
}

async function measure(client: pg.Client, policy: Policy, dictionary: Dictionary, asOf: string, size: number): Promise<SqlFigures> {
  const columns = sqlColumns(policy);
  await client.query('set jit = off');
  await client.query(`create unlogged table people as select id, ${columns.map(({ fact, name }) => `${randomFact(fact, dictionary)} as ${name}`).join(', ')} from generate_series(0, ${size - 1}) as id`);
  await client.query('alter table people add primary key (id)');
  await client.query('vacuum analyze people');
  const plan = planFor(policy, asOf);
  const loaded = await seconds(async () => {
    const { rows } = await client.query<Buffer[]>({ text: columnsQuery(plan, (fact) => `person.${columnName(policy, fact)}`, 'people'), rowMode: 'array' });
    const table = new Table(size);
    fillPacked(table, plan, rows[0] ?? []);
    return table;
  });
  const decided = await seconds(async () => wasmKernel(plan, loaded.result)());
  const counts = `select ${plan.results.map(({ name }) => `count(*) filter (where "${name}") as "${name}"`).join(', ')} from (${decisionQuery(policy, asOf, 'people')}) as decided`;
  const inPlace = await seconds(() => client.query<Record<string, string>>(counts));
  for (const { name, yes } of decided.result) {
    if (Number(inPlace.result.rows[0]?.[name]) !== countBits(yes, size)) throw new Error(`${name}: the database counts ${inPlace.result.rows[0]?.[name]}, the kernel ${countBits(yes, size)}`);
  }
  return { loadSeconds: loaded.took, decideSeconds: decided.took, sqlSeconds: inPlace.took };
}

/** One policy over a population in PostgreSQL: packed and loaded, decided by the kernel, and decided in place; the counts must agree. */
export async function inPostgres(policy: Policy, dictionary: Dictionary, asOf: string, size: number): Promise<SqlFigures> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
  const server = await startEmbedded(path.join(folder, 'postgres'));
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await measure(client, policy, dictionary, asOf, size);
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
