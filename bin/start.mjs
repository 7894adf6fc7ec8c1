// The one command of a fresh machine: packages, pages, database, demo story, address.
import fs from 'node:fs';
import path from 'node:path';
import { installIfNeeded, root, run } from './ready.mjs';

installIfNeeded();
if (pagesAreStale()) run('vite', ['build', '--logLevel', 'warn']);
run('node', ['src/server.ts']);

/** The pages are built again when any source is newer than the last build. */
function pagesAreStale() {
  const built = path.join(root, 'dist/web/index.html');
  if (!fs.existsSync(built)) return true;
  const since = fs.statSync(built).mtimeMs;
  const sources = fs.readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return sources.some((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs > since);
}
