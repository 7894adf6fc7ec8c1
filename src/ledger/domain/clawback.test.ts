import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { owedBack } from './clawback.ts';

test('未满服务期按未服务天数退还，不足一分的归本人', () => {
  const cases = [[1_000_000, 0, 1826, 1_000_000], [1_000_000, 913, 1826, 500_000], [1_000_000, 1826, 1826, 0], [1_000_000, 2000, 1826, 0], [100, 1, 3, 66], [100, 5, 0, 0]] as const;
  for (const [paid, servedDays, termDays, owed] of cases) assert.equal(owedBack(paid, { servedDays, termDays }), owed, `${paid} ${servedDays}/${termDays}`);
});

test('多服务一天不会多退；应退不超过已发', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (paid, termDays, servedDays) => {
    const now = owedBack(paid, { servedDays, termDays });
    assert.ok(now >= 0 && now <= paid);
    assert.ok(owedBack(paid, { servedDays: servedDays + 1, termDays }) <= now);
  }), { seed: 20261123 });
});
