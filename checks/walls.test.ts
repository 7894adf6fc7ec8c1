import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wallProblems } from './walls.ts';

const problems = (files: Record<string, string>) => wallProblems(Object.entries(files).map(([path, text]) => ({ path, text })));

const bites: [string, Record<string, string>, RegExp][] = [
  ['web imports server', { 'src/cases/web/Page.tsx': "import { a } from '../server/a.ts';" }, /web never/],
  ['server imports web', { 'src/cases/server/a.ts': "import { a } from '../web/A.tsx';" }, /server never/],
  ['domain takes a package', { 'src/cases/domain/a.ts': "import { a } from 'kysely';" }, /nothing but zod/],
  ['domain takes the file system', { 'src/cases/domain/a.ts': "import fs from 'node:fs';" }, /nothing but zod/],
  ['domain imports its server', { 'src/cases/domain/a.ts': "import type { A } from '../server/a.ts';" }, /domain rooms only/],
  ['platform knows a slice', { 'src/platform/server/a.ts': "import { a } from '#cases/domain/a.ts';" }, /knows no slice/],
  ['a mechanism asks a later one', { 'src/registry/server/a.ts': "import { a } from '#cases/server/public.ts';" }, /comes before/],
  ['a mechanism knows a pillar', { 'src/cases/server/a.ts': "import { a } from '#attract/server/public.ts';" }, /comes before/],
  ['a pillar knows another', { 'src/attract/web/A.tsx': "import { a } from '#retain/web/public.tsx';" }, /comes before/],
  ['through the window', { 'src/cases/server/a.ts': "import { a } from '#ledger/server/ledger.store.ts';" }, /front door/],
  ['through the window, late', { 'src/attract/web/A.tsx': "const a = () => import('#cases/web/CasePage.tsx');" }, /front door/],
  ['passed on', { 'src/cases/server/public.ts': "export { a } from '#ledger/server/post.ts';" }, /front door/],
  ['the product knows the demo', { 'src/cases/server/a.ts': "import { a } from '#demo/cast.ts';" }, /no demo/],
  ['tables in the browser', { 'src/cases/web/A.tsx': "import type { DB } from '#db/types.ts';" }, /tables/],
  ['no extension', { 'src/cases/server/a.ts': "import { b } from './b';" }, /extension/],
  ['a circle', { 'src/cases/server/a.ts': "import { b } from './b.ts'; export const a = b;", 'src/cases/server/b.ts': "import { a } from './a.ts'; export const b = a;" }, /circle/],
];
for (const [name, files, expected] of bites) test(`the wall bites: ${name}`, () => assert.match(problems(files).join('\n'), expected));

test('what is allowed passes', () => {
  assert.deepEqual(problems({
    'src/cases/server/a.ts': "import { z } from 'zod'; import type { DB } from '#db/types.ts'; import { hold } from '#ledger/server/public.ts'; import { no } from '#platform/domain/answer.ts';",
    'src/cases/web/A.tsx': "import { Section } from '#platform/web/Section.tsx'; import { FactLines } from '#registry/web/public.tsx'; import type { Case } from '../domain/flow.ts';",
    'src/cases/domain/b.ts': "import { addDays } from '#platform/clock/workingDays.ts'; import type { A } from './a.ts'; export type B = A;",
    'src/cases/domain/a.ts': "import { b } from './b.ts'; export type A = typeof b;",
    'src/cases/server/a.test.ts': "import { liMei } from '#demo/cast.ts'; import { test } from 'node:test';",
    'src/server.ts': "import { caseRoutes } from '#cases/server/routes.ts';",
  }), []);
});
