import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepWords, openWords } from './openWords.ts';
import { readSources } from './sources.ts';

const of = (path: string, text: string) => ({ path, text });
const product = (staff: string, open: string) => [
  of('src/web.tsx', "import { pages } from '#cases/web/public.tsx'; w('platform.first');"),
  of('src/cases/web/public.tsx', "export const pages = [{ area: 'staff', title: 'cases.queue', load: () => import('./Queue.tsx') }, { area: 'talent', title: 'cases.mine', load: () => import('./Mine.tsx') }];"),
  of('src/cases/web/Queue.tsx', staff), of('src/cases/web/Mine.tsx', open), of('src/cases/web/Part.tsx', "w('cases.part');"),
];

test('a word that only a staff page names waits; what the portal or a talent names, also through a part or by its beginning, comes at once', () => {
  const open = openWords(product("w('cases.staffOnly');", "import { Part } from './Part.tsx'; w('cases.own'); w(`cases.stage.${stage}`); w(`reason.${why}`);"));
  assert.deepEqual(['platform.first', 'cases.own', 'cases.part', 'cases.stage.notice', 'cases.mine'].filter((key) => !open(key)), []);
  assert.deepEqual(['cases.staffOnly', 'reason.notFound', 'cases.ownOther'].filter(open), []);
});

test('the two halves of a words file are the whole, each entry once', () => {
  const text = "export default {\n  'a.one': '甲, 乙',\n  'a.two': 'b',\n  'a.three': '丙'\n};\n";
  const halves = [true, false].map((half) => keepWords(of('words.zh.ts', text), (key) => (key === 'a.two') === half));
  assert.deepEqual(halves.map((each) => [...each.matchAll(/'a\.\w+'/g)].map(([key]) => key)), [["'a.two'"], ["'a.one'", "'a.three'"]]);
});

test('the portal names its own words, and not those of the review cockpit', () => {
  const open = openWords(readSources('src'));
  assert.ok(open('retain.waiting'));
  assert.ok(open('platform.loading'));
  assert.ok(!open('deploy.table.check'));
});
