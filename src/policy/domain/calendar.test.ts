import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, anniversary, completedYears, dayNumber, dayText, realDay, serialDay } from './calendar.ts';

const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('日期读写互逆，没有的日子不认', () => {
  fc.assert(fc.property(days, (day) => assert.equal(dayText(dayNumber(day) ?? 0), day)));
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-4-1', '２０２３-01-01', '2023/01/01', '', '2023-01-0x']) assert.equal(dayNumber(wrong), undefined, wrong);
});

test('自 1900 年起的天数与日历一致', () =>
  fc.assert(fc.property(days, (day) => assert.equal(serialDay(dayNumber(day) ?? 0), (Date.parse(day) - Date.parse('1900-01-01')) / 86_400_000))));

test('周年在周年日当天增加，前一天不增加', () =>
  fc.assert(fc.property(days, fc.integer({ min: 1, max: 80 }), (day, years) => {
    const since = dayNumber(day) ?? 0;
    const on = anniversary(since, years);
    assert.equal(completedYears(since, on), years);
    assert.equal(completedYears(since, addDays(on, -1)), years - 1);
  })));

test('闰日：平年的二月二十九日退到二十八日，周年在三月一日', () => {
  assert.equal(realDay(20250229), 20250228);
  assert.equal(anniversary(20240229, 1), 20250301);
  assert.equal(anniversary(20240229, 4), 20280229);
});
