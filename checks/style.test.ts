import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functionsOf, styleProblems } from './style.ts';

const problems = (path: string, text: string) => styleProblems([{ path, text }]).join('\n');
const functionOf = (lines: number) => `export function long() {\n${'  call();\n'.repeat(lines - 2)}}\n`;

const bites: [string, string, string, RegExp][] = [
  ['the wall clock in a slice', 'src/cases/server/a.ts', 'const now = new Date();', /new Date\(\)/],
  ['Date.now', 'src/cases/web/A.tsx', 'const now = Date.now();', /Date\.now/],
  ['unseeded chance', 'src/matching/domain/a.ts', 'const dice = Math.random();', /Math\.random/],
  ['a folder with no subject', 'src/cases/server/utils.ts', '', /no subject/],
  ['a long file', 'src/cases/server/a.ts', 'call();\n'.repeat(301), /301 lines/],
  ['a long function', 'src/cases/server/a.ts', functionOf(61), /function of 61/],
  ['functions long on the whole', 'src/cases/server/a.ts', functionOf(21), /nine in ten/],
  ['a promise for later', 'src/cases/server/a.ts', '// TO' + 'DO: later', /TODO/],
  ['a silenced compiler', 'src/cases/server/a.ts', '// @ts-ig' + 'nore', /ts-ignore/],
  ['a wide door', 'src/cases/server/public.ts', Array.from({ length: 16 }, (_, n) => `export { a${n} } from './a.ts';`).join('\n'), /16 names/],
  ['a query outside a store', 'src/cases/server/a.ts', "const rows = tx.selectFrom('case').execute();", /store/],
  ['raw SQL outside a store', 'src/cases/server/a.ts', 'const rows = sql`select 1`;', /store/],
];
for (const [name, path, text, expected] of bites) test(`the style check bites: ${name}`, () => assert.match(problems(path, text), expected));

test('a day from a text, the clock’s own file and a store pass', () => {
  assert.equal(problems('src/cases/domain/a.ts', "const day = new Date('2026-11-23');"), '');
  assert.equal(problems('src/platform/clock/clock.ts', 'const now = new Date();'), '');
  assert.equal(problems('src/cases/server/case.store.ts', "const rows = sql`select 1`;"), '');
});

test('a function is as long as its lines', () => assert.deepEqual(functionsOf({ path: 'a.ts', text: functionOf(7) }), [{ line: 1, lines: 7 }]));
