import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayIn } from '#platform/domain/words.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { personExplanation } from '#policy/server/writtenFor.ts';
import { correctFact } from '#registry/server/public.ts';
import casesZh from '../words.zh.ts';
import policyZh from '#policy/words.zh.ts';
import platformZh from '#platform/words.zh.ts';
import { testCases } from './testCases.ts';
import { readLetter } from './readLetter.ts';

const told = await testCases();
const { bureau, hr, as, doctor, round, draftOf, step, view, doing } = told;
const app = told.app;
app.say = (key, params) => sayIn({ ...platformZh, ...policyZh, ...casesZh }, key, params);
const roundId = await round();

const refused = async (name: string, facts = {}) => {
  const talent = await doctor(name, facts);
  const caseId = await draftOf(talent, roundId);
  expectYes(await step(talent, caseId, 'submit'));
  expectYes(await step(hr, caseId, 'endorse'));
  expectYes(await step(bureau, caseId, 'refuse', { reason: '所学专业与紧缺目录不一致' }));
  return { talent, caseId };
};

test('不予通过后，本人、单位、卫健委打开同一份告知书：编号、日期、理由、条款、事实与救济', async () => {
  const { talent, caseId } = await refused('江月', { 专业: '内科' });
  const letter = await doing(talent, readLetter, { caseId });
  const { number } = await view(talent, caseId);
  assert.equal(letter.title, '人才引进认定不予通过告知书');
  assert.equal(letter.number, `${number} 告知第 3 号`);
  assert.equal(letter.date, '2026-11-23');
  assert.equal(letter.issuer, '普陀区卫生健康委员会');
  assert.match(letter.opening.join(''), /2026-11-23 提交.*资格复核.*不予通过/);
  assert.ok(letter.reasons.includes('所学专业与紧缺目录不一致'));
  assert.equal(letter.explanation?.conclusion, '结论：目前不符合。');
  const [first] = letter.explanation.clauses;
  assert.equal(first?.mark, 'no');
  assert.ok(first.facts.some(({ fact, source, correct }) => fact === '您的事实：专业 内科' && source.startsWith('来源：单位登记，人事档案 · 2026-11-23') && correct.includes('执业证书')));
  assert.match(letter.objection.join(''), /复核.*六十日内.*行政复议法第二十条/s);
  assert.deepEqual(await doing(hr, readLetter, { caseId }), letter);
  assert.deepEqual(await doing(bureau, readLetter, { caseId }), letter);
});

test('告知书与说明页用同一段文字', async () => {
  const { talent, caseId } = await refused('江雪', { 专业: '内科' });
  const letter = await doing(talent, readLetter, { caseId });
  const page = await doing(bureau, personExplanation, { personId: talent.personId, code: 'talent-development', result: '紧缺专业人才' });
  assert.deepEqual(letter.explanation, page.explanation);
});

test('告知书留住决定时的事实：以后更正档案，信不变，说明页变', async () => {
  const { talent, caseId } = await refused('江帆', { 专业: '内科' });
  const before = await doing(talent, readLetter, { caseId });
  expectYes(await perform(app, bureau, correctFact, { personId: talent.personId, kind: '专业', value: '康复', evidence: '执业证书' }));
  assert.deepEqual(await doing(talent, readLetter, { caseId }), before);
  const page = await doing(bureau, personExplanation, { personId: talent.personId, code: 'talent-development', result: '紧缺专业人才' });
  assert.equal(page.explanation.conclusion, '结论：符合。');
});

test('单位不予推荐的，由单位告知，不写行政复议；没被拒的没有告知书，别人的不存在', async () => {
  const talent = await doctor('江舟');
  const caseId = await draftOf(talent, roundId);
  const none = await perform(app, talent, readLetter, { caseId });
  assert.deepEqual([none.ok, !none.ok && none.reason], [false, 'letterNone']);
  expectYes(await step(talent, caseId, 'submit'));
  expectYes(await step(hr, caseId, 'decline', { reason: '本年度推荐名额已满' }));
  const letter = await doing(talent, readLetter, { caseId });
  assert.notEqual(letter.issuer, '普陀区卫生健康委员会');
  assert.ok(!letter.objection.join('').includes('行政复议'));
  const other = await perform(app, as('employer', 'rmyy'), readLetter, { caseId });
  assert.deepEqual([other.ok, !other.ok && other.reason], [false, 'notFound']);
  const hidden = await perform(app, as('employer', 'rmyy'), personExplanation, { personId: talent.personId, code: 'talent-development', result: '紧缺专业人才' });
  assert.equal(hidden.ok, false);
});
