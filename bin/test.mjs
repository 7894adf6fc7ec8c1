// Everything that must hold: checks, rules, slices on real PostgreSQL, browser stories. Ends with node:test's closing lines.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installIfNeeded, root, run, withTools } from './ready.mjs';

installIfNeeded();
const only = process.argv[2];
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-test-'));
const groups = {
  unit: ['src/**/domain/**/*.test.ts', 'src/platform/clock/*.test.ts', 'src/platform/web/**/*.test.ts', 'checks/*.test.ts'],
  slices: ['src/**/server/**/*.test.ts', 'demo/*.test.ts', 'scenarios/*.test.ts'],
  stories: ['scenarios/*.scenario.ts'],
};
if (!only) {
  run('node', ['bin/check.mjs']);
  run('vite', ['build', '--logLevel', 'warn']);
}
const files = (only ? [only] : Object.keys(groups)).flatMap((group) => groups[group]);
const done = spawnSync('node', ['bin/withPostgres.ts', 'node', '--test', '--test-concurrency=2', ...files], { cwd: root, stdio: 'inherit', env: withTools({ XINGLIN_TEST_HOME: home }) });
fs.rmSync(home, { recursive: true, force: true });
process.exit(done.status ?? 1);
