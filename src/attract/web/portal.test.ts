import assert from 'node:assert/strict';
import test from 'node:test';
import { sentencePieces } from './sentence.ts';
import { barOf, monthsFrom, placeOf } from './yearCalendar.ts';

test('自查句只留下政策要问的空', () => {
  assert.deepEqual(sentencePieces('我是{speciality}专业|的{titleLevel}|，{degree}学位|。', new Set(['speciality', 'degree'])), [
    { text: '我是' }, { blank: 'speciality' }, { text: '专业，' }, { blank: 'degree' }, { text: '学位。' },
  ]);
  assert.deepEqual(sentencePieces('我{birthDate}出生|，最高学位{degree}|。', new Set(['degree'])), [{ text: '最高学位' }, { blank: 'degree' }, { text: '。' }]);
});

test('一年历从本月起十三个月', () => {
  const months = monthsFrom('2026-11-23');
  assert.equal(months.length, 13);
  assert.deepEqual([months[0], months[2], months[12]], ['2026-11-01', '2027-01-01', '2027-11-01']);
});

test('日期按月等宽落位，期外的不画', () => {
  assert.equal(placeOf('2026-11-01', '2026-11-23'), 0);
  assert.equal(placeOf('2026-12-01', '2026-11-23'), 1 / 13);
  assert.equal(barOf({ from: '2025-01-01', to: '2025-02-01' }, '2026-11-23'), undefined);
  assert.deepEqual(barOf({ from: '2026-10-01', to: '2026-12-01' }, '2026-11-23'), { left: 0, width: 100 / 13 });
});
