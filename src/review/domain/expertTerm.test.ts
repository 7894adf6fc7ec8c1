import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestEnd, promptnessOf, standingOn, termFault } from './expertTerm.ts';

test('任期不超过三年，续任接在上一任期之后', () => {
  assert.equal(latestEnd({ from: '2026-01-01' }), '2029-01-01');
  assert.equal(termFault({ from: '2026-01-01', to: '2029-01-01' }), undefined);
  assert.equal(termFault({ from: '2026-01-01', to: '2029-01-02' }), 'expertTerm');
  assert.equal(termFault({ from: '2026-01-01', to: '2026-01-01' }), 'expertTerm');
  assert.equal(termFault({ from: '2026-12-31', to: '2028-12-31' }, { from: '2024-01-01', to: '2026-12-31' }), 'termOverlaps');
  assert.equal(termFault({ from: '2027-01-01', to: '2029-12-31' }, { from: '2024-01-01', to: '2026-12-31' }), undefined);
});

test('在任、请假、未到任、期满、退出各有其名', () => {
  const terms = [{ from: '2026-01-01', to: '2026-12-31' }, { from: '2028-01-01', to: '2028-12-31' }];
  const on = (today: string, leftOn: string | null = null) => standingOn(today, { terms, leftOn, away: [{ from: '2026-05-01', to: '2026-05-10' }] });
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-05-01', '2026-05-10', '2026-05-11', '2026-12-31', '2027-01-01', '2028-01-01', '2029-01-01'].map((day) => on(day)), ['waiting', 'serving', 'away', 'away', 'serving', 'serving', 'waiting', 'serving', 'ended']);
  assert.deepEqual([on('2026-03-01', '2026-03-02'), on('2026-03-02', '2026-03-02')], ['serving', 'left']);
});

test('按时率只数已到期的，用时取中位数', () => {
  const day = 86_400_000;
  const seat = (state: string, scoredAfter: number | null, dueAfter = 10) => ({ state, invitedAt: 0, dueAt: dueAfter * day, scoredAt: scoredAfter === null ? null : scoredAfter * day });
  assert.deepEqual(promptnessOf([], 0), { due: 0, inTime: 0, medianTenths: null });
  assert.deepEqual(promptnessOf([seat('invited', null, 20), seat('recused', null)], 15 * day), { due: 0, inTime: 0, medianTenths: null });
  assert.deepEqual(promptnessOf([seat('scored', 2), seat('scored', 5), seat('released', null), seat('invited', null)], 15 * day), { due: 4, inTime: 2, medianTenths: 35 });
});
