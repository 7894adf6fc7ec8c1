import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from './check.ts';

// Every file of this folder that exports checks is run; a failing one does not stop the others.
const named = process.argv.slice(2);
const files = fs.readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^(all|check|sources)\.ts$/.test(name));
const found = (await Promise.all(files.filter((file) => named.length === 0 || named.includes(file.replace('.ts', ''))).map(async (file) =>
  Object.values((await import(pathToFileURL(path.join(import.meta.dirname, file)).href)) as Record<string, unknown>)))).flat();
const isCheck = (value: unknown): value is Check => typeof value === 'object' && value !== null && 'name' in value && 'problems' in value && typeof value.problems === 'function';

for (const check of found.filter(isCheck)) {
  const problems = await check.problems();
  process.stdout.write(`${problems.length === 0 ? '✓' : '✗'} ${check.name}${problems.length === 0 ? '' : ` (${problems.length})`}\n`);
  for (const problem of problems) process.stdout.write(`    ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
