import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import { connect } from '#platform/server/database.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { migrate } from '#platform/server/migrate.ts';

// The types of the tables come from a database that the migrations have just made, so they cannot lag behind them.
const server = await startEmbedded(process.env.XINGLIN_TYPES_HOME ?? mkdtempSync(path.join(os.tmpdir(), 'xinglin-types-')));
const name = `types_${process.pid}`;
const owner = connect(server.url, 1);
await owner.pool.query(`create database ${name}`);
const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).toString();
const fresh = connect(url, 1);
await migrate(fresh.pool);
await fresh.close();
const made = spawnSync('kysely-codegen', ['--dialect', 'postgres', '--url', url, '--out-file', 'db/types.ts', '--date-parser', 'string', '--numeric-parser', 'number',
  '--overrides', '{}', '--exclude-pattern', 'schema_migration', '--type-mapping', JSON.stringify({ int8: 'number', date: 'string' })], { stdio: 'inherit', shell: process.platform === 'win32' });
await owner.pool.query(`drop database ${name} with (force)`);
await owner.close();
await server.stop();
process.exit(made.status ?? 1);
