import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkingCalendar } from '#platform/clock/workingDays.ts';
import { dueAt, isPast, lastDayOf, receivedAt, windowOf } from './deadline.ts';
import { addMonths, planInstalments, topUp } from './instalments.ts';
import { Programme } from './programme.ts';
import { soundProgramme } from './soundProgramme.ts';

const programme = Programme.parse(soundProgramme());
const calendar: WorkingCalendar = { holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']), workedWeekends: new Set(['2026-10-10']) };

test('截止是北京时间 24:00，整点即已过，早一毫秒不算', () => {
  const { closesAt } = windowOf('2026-03-01', '2026-03-31');
  assert.equal(closesAt.toISOString(), '2026-03-31T16:00:00.000Z');
  assert.equal(isPast(closesAt, new Date(closesAt.getTime() - 1)), false);
  assert.equal(isPast(closesAt, closesAt), true);
  assert.equal(lastDayOf(closesAt), '2026-03-31');
  assert.equal(receivedAt(new Date(closesAt.getTime() + 1)), '00:00:00.001');
});

test('闰年二月二十九日截止', () => {
  const { closesAt } = windowOf('2028-02-01', '2028-02-29');
  assert.equal(closesAt.toISOString(), '2028-02-29T16:00:00.000Z');
  assert.equal(lastDayOf(closesAt), '2028-02-29');
});

test('公示五个工作日跨过国庆长假和补班', () => {
  const due = dueAt(programme, 'notice', new Date('2026-09-29T03:00:00Z'), calendar);
  assert.equal(due && lastDayOf(due), '2026-10-12'); // 9-30, 10-8, 10-9, 10-10 (worked), 10-12
  assert.equal(dueAt(programme, 'payment', new Date('2026-09-29T03:00:00Z'), calendar), null);
});

test('分期：除不尽的分归最后一期，合计不多不少；未知金额保持待核', () => {
  const plan = planInstalments(programme, 100_001, '2026-11-23');
  assert.deepEqual(plan.map(({ amountFen, dueOn }) => [amountFen, dueOn]), [[40_000, '2026-11-23'], [60_001, '2027-11-23']]);
  assert.deepEqual(planInstalments(programme, null, '2026-11-23').map(({ amountFen }) => amountFen), [null, null]);
});

test('二月二十九日满一年在三月一日', () => assert.equal(addMonths('2028-02-29', 12), '2029-03-01'));

test('从优就高不重复：只补差额，不倒扣', () => {
  assert.equal(topUp(300_000, 120_000), 180_000);
  assert.equal(topUp(100_000, 120_000), 0);
});
