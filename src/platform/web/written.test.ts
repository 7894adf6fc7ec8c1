import assert from 'node:assert/strict';
import test from 'node:test';
import { sayIn } from '../domain/words.ts';
import zh from '../words.zh.ts';
import { addressOf } from './request.ts';
import { readSearch, splitAddress, writeSearch } from './place.ts';
import { shortDate, weekday, weekOf, writtenFen, writtenInstant } from './written.ts';

test('金额：一万元以上用万元', () => {
  const w = (key: string, params?: Record<string, string | number>) => sayIn(zh, key, params);
  assert.equal(writtenFen(123_450_000, w), '123.45 万元');
  assert.equal(writtenFen(999_950, w), '9,999.5 元');
});

test('日期：本年只写月日，星期与周次按公历', () => {
  assert.equal(shortDate('2026-11-26', '2026-11-22'), '11-26');
  assert.equal(shortDate('2027-02-04', '2026-11-22'), '2027-02-04');
  assert.equal(weekday('2026-11-23', 'zh'), '星期一');
  assert.equal(weekOf('2026-11-23'), 48);
  assert.equal(weekOf('2027-01-01'), 53);
  assert.equal(writtenInstant('2026-11-22T16:30:00Z'), '2026-11-23 00:30');
});

test('地址：路径参数与查询都编码', () => {
  assert.equal(addressOf('/api/cases/:caseId/steps', { params: { caseId: 'a/b' }, query: { q: '柳 莺', empty: '' } }), '/api/cases/a%2Fb/steps?q=%E6%9F%B3+%E8%8E%BA');
  assert.deepEqual(splitAddress('/jobs?field=x#top'), { path: '/jobs', search: { field: 'x' }, hash: 'top' });
  assert.deepEqual(readSearch(writeSearch({ a: '1', b: '' })), { a: '1' });
});
