import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import type { Facts, Policy } from '#policy/domain/policy.ts';
import { decisionQuery } from '#policy/domain/sql.ts';
import { sqlColumns, sqlRow } from '#policy/domain/sqlRow.ts';

const atOnce = 500;
const runs = 3;

/** The same people as rows, and the published verdicts beside them, worked out beforehand as the kernel's are. */
async function enter(client: pg.Client, published: Policy, pool: readonly Facts[], asOf: string, size: number): Promise<void> {
  const columns = sqlColumns(published);
  const named = columns.map(({ name }) => name).join(', ');
  await client.query(`create unlogged table pool (id integer, ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`);
  for (let from = 0; from < pool.length; from += atOnce) {
    const rows = pool.slice(from, from + atOnce).map((facts, index) => [from + index, ...sqlRow(published, facts)]);
    const places = rows.map((row, index) => `(${row.map((_, at) => `$${index * row.length + at + 1}`).join()})`).join();
    await client.query(`insert into pool values ${places}`, rows.flat());
  }
  await client.query(`create unlogged table people as select pool.id + ${pool.length} * turn as id, ${named} from pool, generate_series(0, ${Math.ceil(size / pool.length) - 1}) as turn where pool.id + ${pool.length} * turn < ${size}`);
  await client.query('alter table people add primary key (id)');
  await client.query(`create unlogged table before as ${decisionQuery(published, asOf, 'people')}`);
  await client.query('alter table before add primary key (id)');
  await client.query('vacuum analyze people, before');
}

const counts = (name: string): string => [
  `count(*) filter (where tried."${name}")`, `count(*) filter (where tried."${name}" and before."${name}" is not true)`,
  `count(*) filter (where before."${name}" and tried."${name}" is false)`, `count(*) filter (where tried."${name}" is null and before."${name}" is not null)`,
].join(', ');

/** One slider answer decided in place: by result who is entitled, gains, loses, becomes unknown. The best of some runs. */
export async function slideInSql(published: Policy, tried: Policy, pool: readonly Facts[], asOf: string, size: number): Promise<{ rows: number[][]; seconds: number }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
  const server = await startEmbedded(path.join(folder, 'postgres'));
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query('set jit = off');
    await enter(client, published, pool, asOf, size);
    const names = Object.keys(tried.results);
    const query = `select ${names.map(counts).join(', ')} from (${decisionQuery(tried, asOf, 'people')}) as tried join before using (id)`;
    let seconds = Infinity;
    let found: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
      seconds = Math.min(seconds, (performance.now() - start) / 1000);
      found = rows[0] ?? [];
    }
    return { rows: names.map((_, at) => found.slice(at * 4, at * 4 + 4).map(Number)), seconds };
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
