import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn, Form, missingIn } from './form.ts';

const form = Form.parse({
  code: 'small',
  sections: [{ label: '基本', fields: {
    born: { label: '出生日期', fact: '出生日期' },
    work: { label: '业绩', kind: { type: 'text', max: 5 } },
    size: { label: '人数', kind: { type: 'integer', min: 2, max: 9 }, categories: ['team'] },
  } }],
});

test('必填而未填的列出来；只对团队问的，别人不问', () => {
  assert.deepEqual(missingIn(form, 'single', { born: '1990-01-01', work: '' }), ['work']);
  assert.deepEqual(missingIn(form, 'team', { born: '1990-01-01', work: '好' }), ['size']);
});

test('坏的填法各有答复，脚本文字照收', () => {
  assert.deepEqual(faultsIn(form, { work: '<b>' }), []);
  assert.deepEqual(faultsIn(form, { work: 'a\u0000' }), [{ field: 'work', reason: 'textInvalid' }]);
  assert.deepEqual(faultsIn(form, { work: '\ud800' }), [{ field: 'work', reason: 'textInvalid' }]);
  assert.deepEqual(faultsIn(form, { work: '超过五个字了' }), [{ field: 'work', reason: 'tooLong' }]);
  assert.deepEqual(faultsIn(form, { size: 1 }), [{ field: 'size', reason: 'notAsAsked' }]);
  assert.deepEqual(faultsIn(form, { salary: 1 }), [{ field: 'salary', reason: 'fieldUnknown' }]);
});
