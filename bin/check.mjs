// Types, lint and every check of checks/, as a readable list; fails when any of them does, after all have spoken.
import { spawnSync } from 'node:child_process';
import { root, withTools } from './ready.mjs';

const steps = [
  ['types', 'tsc', ['-p', '.', '--noEmit']],
  ['lint', 'oxlint', ['--quiet', '--deny-warnings', 'src', 'demo', 'checks', 'bench', 'scenarios', 'bin']],
  ['checks', 'node', ['checks/all.ts', ...process.argv.slice(2)]],
];
const failed = steps.filter(([name, command, args]) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', env: withTools() });
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
