import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PairingPlan } from './pairingPlan.ts';
import { calledOf, checkWishes, readWishLines, type Entrant } from './pairingWishes.ts';

const plan = PairingPlan.parse({
  code: 'lineage', title: '结对', basis: { document: '甲', source: '乙', says: '丙' }, masters: 3, fields: [{ key: 'chinese', name: '中医' }, { key: 'western', name: '西医' }],
  pupilsMost: 3, masterWishes: 3, pupilWishes: 2, termMonths: 24, levels: ['优秀', '合格'], chiefApart: true, unverified: [],
});
const of = (id: string, side: Entrant['side'], number: number, rest: Partial<Entrant & { personId: string }> = {}) =>
  ({ id, side, number, personId: id, fields: ['chinese'], organisationId: 'h1', department: '内科', chief: false, ...rest });
const all = [of('m1', 'master', 1), of('m2', 'master', 2, { chief: true }), of('m3', 'master', 3, { fields: ['western'] }), of('m4', 'master', 4, { personId: 'p1' }), of('p1', 'pupil', 1), of('p2', 'pupil', 2)];
const entrants = new Map(all.map((each) => [each.id, each]));

test('志愿表：一人只选一次，只能选对方名单里同方向的人，不选自己和本科室负责人，不超过上限', () => {
  const table: [string[], string | true][] = [
    [['m1'], true], [[], true], [['m1', 'm1'], 'wishTwice'], [['m9'], 'wishUnknown'], [['p2'], 'wishUnknown'], [['m3'], 'wishNoField'], [['m2'], 'wishChief'], [['m4'], 'wishSelf'], [['m1', 'm2', 'm3'], 'wishTooMany'],
  ];
  for (const [wishes, expected] of table) {
    const answer = checkWishes(plan, entrants.get('p1')!, wishes, entrants);
    assert.equal(answer.ok ? true : answer.reason, expected, wishes.join());
  }
  const elsewhere = checkWishes({ ...plan, chiefApart: false }, entrants.get('p1')!, ['m2'], entrants);
  assert.ok(elsewhere.ok, '方案不要求回避时可以选');
});

test('纸面志愿：空格、制表符、逗号都行；不认识的编号和重复的行说出行号', () => {
  const idOf = new Map(all.map((each) => [calledOf(each), each.id]));
  const read = readWishLines('徒001 师001 师002\n\n徒002\t师001,师002\n', idOf);
  assert.ok(read.ok);
  assert.deepEqual(read.value.map(({ line, own, wishes }) => [line, own, wishes.join()]), [[1, 'p1', 'm1,m2'], [3, 'p2', 'm1,m2']]);
  const table = [['徒001 师009', 'wishLineUnknown', 1], ['徒001 师001\n徒001 师002', 'wishLineTwice', 2], ['  \n ', 'wishLinesNone', undefined]] as const;
  for (const [text, reason, line] of table) {
    const answer = readWishLines(text, idOf);
    assert.ok(!answer.ok);
    assert.equal(answer.reason, reason);
    assert.equal(answer.detail?.params?.['line'], line);
  }
});
