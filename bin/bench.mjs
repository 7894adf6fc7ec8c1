// Side-by-side measurements: `npm run bench -- policy population`. Each prints a table and, last, one JSON line.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installIfNeeded, root, run } from './ready.mjs';

installIfNeeded();
const known = fs.readdirSync(path.join(root, 'bench')).filter((name) => name.endsWith('.ts') && fs.readFileSync(path.join(root, 'bench', name), 'utf8').includes("JSON.stringify({ bench: '")).map((name) => name.slice(0, -3));
const asked = process.argv.slice(2);
if (!asked.length || asked.some((name) => !fs.existsSync(path.join(root, 'bench', `${name}.ts`)))) {
  process.stderr.write(`npm run bench -- <name>: ${known.join(', ')}\n`);
  process.exit(1);
}
for (const name of asked) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
  run('node', ['bin/withPostgres.ts', 'node', '--expose-gc', `bench/${name}.ts`], { XINGLIN_TEST_HOME: home });
  fs.rmSync(home, { recursive: true, force: true });
}
