import assert from 'node:assert/strict';
import test from 'node:test';
import { clockKey, ticksOf, toneOf } from './clockTone.ts';

test('最后五分之二转琥珀色，超期才是红色', () => {
  assert.equal(toneOf({ left: 5, total: 10 }, true), 'green');
  assert.equal(toneOf({ left: 4, total: 10 }, true), 'amber');
  assert.equal(toneOf({ left: 0, total: 10 }, true), 'amber');
  assert.equal(toneOf({ left: -1, total: 10 }, true), 'red');
});

test('别人的期限到期前保持绿色', () => {
  assert.equal(toneOf({ left: 1, total: 10 }, false), 'green');
  assert.equal(toneOf({ left: -1, total: 10 }, false), 'red');
});

test('日尺一日一格，每五格一长', () => {
  const ticks = ticksOf({ left: 4, total: 10 });
  assert.equal(ticks.length, 10);
  assert.deepEqual(ticks.filter((tick) => tick.tall).map((tick) => tick.x), [0, 30]);
  assert.equal(ticks.filter((tick) => tick.on).length, 4);
});

test('超期全部填满，长期限按比例缩到六十格', () => {
  assert.ok(ticksOf({ left: -2, total: 5 }).every((tick) => tick.on));
  const long = ticksOf({ left: 120, total: 240 });
  assert.equal(long.length, 60);
  assert.equal(long.filter((tick) => tick.on).length, 30);
});

test('期限的说法：剩几日、今天、几点、超几日', () => {
  assert.deepEqual(clockKey({ dueOn: '2026-11-26', left: 4, total: 10 }), { key: 'platform.clock.left', days: 4 });
  assert.equal(clockKey({ dueOn: '2026-11-26', left: 0, total: 10 }).key, 'platform.clock.today');
  assert.equal(clockKey({ dueOn: '2026-11-26', left: 0, total: 10, hour: '17:30' }).key, 'platform.clock.hour');
  assert.deepEqual(clockKey({ dueOn: '2026-11-26', left: -2, total: 10 }), { key: 'platform.clock.past', days: 2 });
});
