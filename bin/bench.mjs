// Side-by-side measurements by name, like `npm run bench -- policy population`; each prints a table and, last, one JSON line.
import fs from 'node:fs';
import path from 'node:path';
import { installIfNeeded, root, run } from './ready.mjs';

installIfNeeded();
const folder = path.join(root, 'bench');
const measures = fs.readdirSync(folder).filter((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes('JSON.stringify({ bench')).map((file) => file.replace('.ts', ''));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !measures.includes(name));
if (named.length === 0 || unknown.length > 0) {
  process.stdout.write(`npm run bench -- <name>, one or more of: ${measures.join(', ')}\n`);
  process.exit(unknown.length > 0 ? 1 : 0);
}
for (const name of named) run('node', [path.join('bench', `${name}.ts`)]);
