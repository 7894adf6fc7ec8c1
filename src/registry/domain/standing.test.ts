import assert from 'node:assert/strict';
import test from 'node:test';
import { isAuthoritative } from './standing.ts';

const 学历 = { authorities: ['学信网'] };
const 到岗日期 = { authorities: ['单位人事库'] };

test('权威来源或经卫健委核验的事实才算权威；本人自述不算', () => {
  assert.equal(isAuthoritative(学历, { source: 'authority', verifiedAs: null }), true);
  assert.equal(isAuthoritative(学历, { source: 'self', verifiedAs: 'authority' }), true);
  assert.equal(isAuthoritative(学历, { source: 'self', verifiedAs: null }), false);
  assert.equal(isAuthoritative(学历, { source: 'import', verifiedAs: null }), false);
  assert.equal(isAuthoritative(学历, { source: 'institution', verifiedAs: 'institution' }), false);
});

test('以单位人事库为权威的事实，单位登记即可；本人自述须经单位核验', () => {
  assert.equal(isAuthoritative(到岗日期, { source: 'institution', verifiedAs: null }), true);
  assert.equal(isAuthoritative(到岗日期, { source: 'import', verifiedAs: null }), true);
  assert.equal(isAuthoritative(到岗日期, { source: 'self', verifiedAs: null }), false);
  assert.equal(isAuthoritative(到岗日期, { source: 'self', verifiedAs: 'institution' }), true);
});
