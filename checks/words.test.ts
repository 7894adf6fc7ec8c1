import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unjoined, wordsProblems } from './words.ts';

const slice = (zh: Record<string, string>, en: Record<string, string>) => [{ slice: 'cases', zh, en }];
const both = (words: Record<string, string>) => slice(words, words);
const said = (text: string, known: Record<string, string> = {}) => wordsProblems([{ path: 'src/cases/server/a.ts', text }], both(known)).join('\n');

test('a word without English, without Chinese, or empty is told', () => {
  assert.match(wordsProblems([], slice({ 'cases.a': '甲' }, {})).join(), /no English/);
  assert.match(wordsProblems([], slice({}, { 'cases.a': 'A' })).join(), /no Chinese/);
  assert.match(wordsProblems([], slice({ 'cases.a': ' ' }, { 'cases.a': 'A' })).join(), /is empty/);
});

test('English may not ask for a place that Chinese does not have', () =>
  assert.match(wordsProblems([], slice({ 'cases.a': '还差 {n} 天' }, { 'cases.a': '{days} days left' })).join(), /other places/));

test('two slices may not say one key differently', () =>
  assert.match(wordsProblems([], [...both({ 'reason.a': '甲' }), { slice: 'ledger', zh: { 'reason.a': '乙' }, en: { 'reason.a': 'b' } }]).join(), /different words/));

test('a reason without words is told, also in a choice of two', () => {
  assert.match(said("const a = () => no('quotaEmpty');"), /reason\.quotaEmpty has no words/);
  assert.match(said("const a = (b) => no(b ? 'one' : 'other');", { 'reason.one': 'x' }), /reason\.other has no words/);
});

test('a page’s or the server’s word that is missing is told; a known one passes', () => {
  assert.match(said("const a = w('cases.submit');"), /cases\.submit has no words/);
  assert.match(said("const a = call.say('cases.letter', {});"), /cases\.letter has no words/);
  assert.equal(said("const a = w('cases.submit');", { 'cases.submit': 'x' }), '');
});

test('a slice whose reasons the server cannot say is told', () => {
  const slices = both({ 'reason.a': 'x' });
  assert.match(unjoined(slices, {}).join(), /words of cases are missing/);
  assert.deepEqual(unjoined(slices, { 'reason.a': 'x' }), []);
});
