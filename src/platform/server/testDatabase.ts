import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { movableClock, type MovableClock } from '../clock/clock.ts';
import { headsInMemory } from './auditHeads.ts';
import { aesCrypto } from './crypto.ts';
import { connect } from './database.ts';
import { startEmbedded } from './embeddedPostgres.ts';
import type { App } from './call.ts';
import { migrate, schemaFingerprint } from './migrate.ts';
import { readRegions, shippedRegions } from './regionFiles.ts';
import { seededBytes } from './seededBytes.ts';

/** The day on which every test happens. */
export const testDay = '2026-11-23';

type Server = { url: string; stop(): Promise<void> };

async function testServer(): Promise<Server> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const folder = process.env.XINGLIN_TEST_HOME ?? path.join(os.tmpdir(), `xinglin-test-${process.pid}`);
  return startEmbedded(folder);
}

export type TestApp = App & { clock: MovableClock; url: string };

/** What a database holds before the test begins: made once under its name, then cloned by every test that asks for it. */
type Prepared = { name: string; fill: (app: TestApp) => Promise<void> };

type Wanted = { regionRoots?: string[]; twinOf?: { url: string }; prepared?: Prepared };

/** A database of its own for one test file, cloned from a migrated template on real PostgreSQL, dropped at the end; `twinOf` clones a closed one instead. */
export async function testDatabase({ regionRoots = [shippedRegions], twinOf, prepared }: Wanted = {}): Promise<TestApp> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = twinOf ? new URL(twinOf.url).pathname.slice(1) : await templateFor(server.url, regionRoots, prepared);
  await asOwner(server.url, (client) => client.query(`create database ${name} template ${template}`));
  const app = await openTestApp(databaseUrl(server.url, name), regionRoots, 'test');
  after(async () => {
    await app.close();
    await asOwner(server.url, (client) => client.query(`drop database ${name} with (force)`));
    await server.stop();
  });
  return app;
}

async function openTestApp(url: string, regionRoots: string[], seed: string): Promise<TestApp> {
  const connection = connect(url, 60);
  const regions = readRegions(regionRoots);
  await openRegions(connection.pool, [...regions.values()].map(({ id, name: shown }) => ({ id, shown })));
  return { ...connection, url, clock: movableClock(testDay), regions, crypto: aesCrypto('00'.repeat(32)), heads: headsInMemory(), bytes: seededBytes(seed), say: (key) => key, production: false };
}

async function templateFor(url: string, regionRoots: string[], prepared: Prepared | undefined): Promise<string> {
  const empty = await ensureTemplate(url, `template_${schemaFingerprint()}`, migrateEmpty);
  return prepared ? ensureTemplate(url, prepared.name, (fresh) => fillFresh(fresh, regionRoots, prepared), empty) : empty;
}

async function migrateEmpty(url: string): Promise<void> {
  const fresh = connect(url, 1);
  await migrate(fresh.pool);
  await fresh.close();
}

/** Ids of what is prepared come from a stream of their own, so that no test draws them again. */
async function fillFresh(url: string, regionRoots: string[], { name, fill }: Prepared): Promise<void> {
  const app = await openTestApp(url, regionRoots, name);
  await fill(app);
  await app.close();
}

const openRegions = (pool: pg.Pool, regions: { id: string; shown: string }[]) =>
  pool.query('insert into region (id, name, opened_at) select * from unnest($1::text[], $2::text[], $3::timestamptz[]) on conflict do nothing',
    [regions.map((region) => region.id), regions.map((region) => region.shown), regions.map(() => `${testDay}T00:00:00+08:00`)]);

async function ensureTemplate(url: string, name: string, make: (url: string) => Promise<void>, from = 'template1'): Promise<string> {
  await asOwner(url, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${name}_new with (force)`); // a run that was cut off may have left it
    await client.query(`create database ${name}_new template ${from}`);
    await make(databaseUrl(url, `${name}_new`));
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [`${name}_new`]); // autovacuum may look in
    await client.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
}

const databaseUrl = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

async function asOwner<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
