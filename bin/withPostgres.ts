import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';

// Runs a command beside one PostgreSQL that all test files share; each file makes its own database in it.
const [command = 'true', ...args] = process.argv.slice(2);
const home = process.env.XINGLIN_TEST_HOME ?? fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-postgres-'));
const server = process.env.TEST_DATABASE_URL ? undefined : await startEmbedded(home);
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server?.url ?? process.env.TEST_DATABASE_URL } });
child.once('exit', async (code) => {
  await server?.stop();
  process.exit(code ?? 1);
});
