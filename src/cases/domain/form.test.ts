import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillForm, fillingOf, missingFields } from './filledForm.ts';
import { faultsIn, Form } from './form.ts';

const form = Form.parse({
  code: 'small',
  sections: [{ label: '基本', fields: {
    born: { label: '出生日期', fact: '出生日期' },
    work: { label: '业绩', kind: { type: 'text', max: 5 } },
    size: { label: '人数', kind: { type: 'integer', min: 2, max: 9 }, categories: ['team'] },
  } }],
});

const noFacts = new Map<string, never>();
const asText = () => ({ type: 'text' as const });

test('必填而未填的列出来；只对团队问的，别人不问', () => {
  assert.deepEqual(missingFields(fillForm(form, 'single', { born: '1990-01-01', work: '' }, noFacts, asText)).map(({ key }) => key), ['work']);
  assert.deepEqual(missingFields(fillForm(form, 'team', { born: '1990-01-01', work: '好' }, noFacts, asText)).map(({ key }) => key), ['size']);
});

test('只问一次：打开时已填好档案里的事实和来源，本人改动另行标出', () => {
  const facts = new Map([['出生日期', { value: '1990-01-01', source: { kind: 'authority' as const, text: '公安 · 2026-01-01' } }]]);
  const [opened] = fillForm(form, 'single', {}, facts, asText);
  assert.partialDeepStrictEqual(opened?.fields[0], { value: '1990-01-01', source: { kind: 'authority' }, changed: false });
  const changed = fillForm(form, 'single', { born: '1990-01-02', work: '好' }, facts, asText);
  assert.partialDeepStrictEqual(changed[0]?.fields[0], { value: '1990-01-02', source: { kind: 'self' }, changed: true });
  assert.deepEqual(fillingOf(changed), { total: 2, prefilled: 0, own: 2, missing: 0 });
});

test('坏的填法各有答复，脚本文字照收', () => {
  assert.deepEqual(faultsIn(form, { work: '<b>' }), []);
  assert.deepEqual(faultsIn(form, { work: 'a\u0000' }), [{ field: 'work', reason: 'textInvalid' }]);
  assert.deepEqual(faultsIn(form, { work: '\ud800' }), [{ field: 'work', reason: 'textInvalid' }]);
  assert.deepEqual(faultsIn(form, { work: '超过五个字了' }), [{ field: 'work', reason: 'tooLong' }]);
  assert.deepEqual(faultsIn(form, { size: 1 }), [{ field: 'size', reason: 'notAsAsked' }]);
  assert.deepEqual(faultsIn(form, { salary: 1 }), [{ field: 'salary', reason: 'fieldUnknown' }]);
});
