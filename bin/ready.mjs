// Runs on any Node ≥ 20: makes sure that the locked packages are there, then hands over to the Node that they bring.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const mark = path.join(root, 'node_modules', '.xinglin-lock');

/** Installs from the lock file when it has changed since the last time. */
export function installIfNeeded() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === lock) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  fs.writeFileSync(mark, lock);
}

/** Runs a command with the packages' own Node and tools first on the path; a failure ends this one too. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, env: withTools(env) });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** The environment in which `node` is the one of the lock file. */
export const withTools = (env = {}) => ({
  ...process.env, ...env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
});
