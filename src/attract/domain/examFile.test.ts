import assert from 'node:assert/strict';
import test from 'node:test';
import { fromMonthOf, readExams } from './examFile.ts';

const april = { name: '卫生专业技术资格考试', registration: '上年 12 月至 1 月', month: 4, unverified: true };
const august = { ...april, name: '医师资格考试（医学综合）', month: 8 };

test('考试按从本月起的先后排列', () => {
  assert.deepEqual(fromMonthOf('2026-11-22', [august, april]), [april, august]);
  assert.deepEqual(fromMonthOf('2026-05-01', [april, august]), [august, april]);
});

test('没有核对的考试写明待核，多余的项目报错', () => {
  assert.deepEqual(readExams({ 考试: [{ 名: april.name, 报名: april.registration, 月: 4, 待核: true }] }), [april]);
  assert.throws(() => readExams({ 考试: [{ 名: '甲', 报名: '乙', 月: 13 }] }));
  assert.throws(() => readExams({ 考试: [], 其他: 1 }));
});
