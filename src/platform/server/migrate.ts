import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

const folder = path.join(import.meta.dirname, '../../../db/migrations');
const lockKey = 7_001;

/** Brings a database to the newest schema; each file runs once in its own transaction and may not change afterwards. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('create table if not exists schema_migration (name text primary key, checksum text not null, run_at timestamptz not null default now())');
    const done = new Map((await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')).rows.map((row) => [row.name, row.checksum]));
    const run: string[] = [];
    for (const name of migrationNames()) if (await runOnce(client, name, done.get(name))) run.push(name);
    return run;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release();
  }
}

const migrationNames = () => fs.readdirSync(folder).filter((name) => name.endsWith('.sql')).toSorted();

/** A fingerprint of all migrations: a template database made from it can be used again while it stays the same. */
export const schemaFingerprint = () =>
  migrationNames().reduce((hash, name) => hash.update(name).update(fs.readFileSync(path.join(folder, name))), createHash('sha256')).digest('hex').slice(0, 16);

async function runOnce(client: pg.PoolClient, name: string, before: string | undefined): Promise<boolean> {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  const checksum = createHash('sha256').update(text).digest('hex');
  if (before === checksum) return false;
  if (before) throw new Error(`migration ${name} was changed after it ran`);
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
  }
}
