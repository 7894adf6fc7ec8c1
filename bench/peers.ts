import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Peers whose lock entries name packages that not every registry carries: `npm ci` would refuse the whole lock for them.
 * They are measured against, never shipped, so they are fetched, pinned, when a measurement first needs them.
 */
const home = path.join(import.meta.dirname, '../.xinglin/peers');

/** The module of a pinned peer, like `peer('@gorules/zen-engine', '0.54.0')`. */
export async function peer(name: string, version: string): Promise<unknown> {
  const folder = path.join(home, 'node_modules', name);
  if (!fs.existsSync(folder)) install(name, version);
  return import(pathToFileURL(createRequire(path.join(home, 'x.js')).resolve(name)).href);
}

function install(name: string, version: string): void {
  fs.mkdirSync(home, { recursive: true });
  const done = spawnSync('npm', ['install', '--prefix', home, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`cannot fetch ${name}@${version}`);
}
