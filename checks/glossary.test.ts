import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { glossaryProblems, readGlossary } from './glossary.ts';
import { root } from './sources.ts';

const rows = readGlossary(fs.readFileSync(path.join(root, 'glossary.yaml'), 'utf8'));
const problems = (file: string, text: string) => glossaryProblems([{ path: file, text }], rows).join('\n');

test('the glossary itself is sound', () => assert.deepEqual(glossaryProblems([], rows), []));

const bites: [string, string, string, RegExp][] = [
  ['a refused synonym', 'src/cases/domain/a.ts', 'const casePhase = 1;', /casePhase: say stage/],
  ['a refused synonym in the plural', 'src/cases/domain/a.ts', 'function openDossiers() {}', /say case/],
  ['in a type', 'src/ledger/domain/a.ts', 'type Row = { headcount: number };', /say bianzhi/],
  ['a name that says nothing', 'src/cases/server/a.ts', 'class CaseManager {}', /says nothing/],
  ['Chinese in a string', 'src/cases/web/A.tsx', "const a = '申报';", /Chinese text/],
  ['Chinese in a page', 'src/cases/web/A.tsx', 'const a = <p>申报</p>;', /Chinese text/],
  ['Chinese in a template', 'src/cases/server/a.ts', 'const a = `第${1}条`;', /Chinese text/],
];
for (const [name, file, text, expected] of bites) test(`the glossary check bites: ${name}`, () => assert.match(problems(file, text), expected));

test('a word with two rows, a role without one, and a row too many are told', () => {
  const one = rows[0] ?? assert.fail();
  assert.match(glossaryProblems([], [...rows, one]).join('\n'), /stands twice/);
  assert.match(glossaryProblems([], rows.filter(({ en }) => en !== 'auditor')).join('\n'), /role auditor has no row/);
  assert.match(glossaryProblems([], [...rows, { ...one, en: 'king', zh: '王', kind: 'role' }]).join('\n'), /no role/);
});

test('Chinese is at home in words, keywords, tests and comments', () => {
  for (const file of ['src/cases/words.zh.ts', 'src/policy/domain/keywords.ts', 'src/cases/server/a.test.ts']) assert.equal(problems(file, "const a = '申报';"), '');
  assert.equal(problems('src/cases/server/a.ts', '// 依据第九条\nconst a = 1;'), '');
});
