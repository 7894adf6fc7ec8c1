import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { lotteryOrder } from './lottery.ts';
import { publicBits } from './publicBits.ts';

test('摇号：同一种子人人可重算，先照顾档后签号', () => {
  const entries = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), tier: fc.nat(3) }), { selector: (entry) => entry.id, maxLength: 40 });
  fc.assert(fc.property(entries, fc.string(), (listed, seed) => {
    const order = lotteryOrder(listed, seed);
    const again = lotteryOrder([...listed].reverse(), seed);
    assert.deepEqual(order, again);
    for (const place of order) assert.equal(place.ticket, createHmac('sha256', seed).update(place.id).digest('hex'));
    const key = (place: { tier: number; ticket: string }) => `${place.tier}|${place.ticket}`;
    assert.deepEqual(order.map(key), order.map(key).sort());
  }), { numRuns: 200 });
});

test('公开随机整数落在范围内，各值机会均等', () => {
  const { below } = publicBits('公开种子');
  const counts = new Int32Array(6);
  for (let draw = 0; draw < 12_000; draw++) counts[below(6)]!++;
  const chi = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  assert.ok(chi < 20.5, `chi-square ${chi} at 5 degrees of freedom`);
});
