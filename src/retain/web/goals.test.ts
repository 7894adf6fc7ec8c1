import assert from 'node:assert/strict';
import test from 'node:test';
import { distancesOf, nearestGoals } from './goals.ts';
import type { MyResult } from './reads.ts';

const result = (name: string, more: Partial<MyResult>): MyResult =>
  ({ name, verdict: 'no', unverified: false, document: '', article: '', sureFen: null, possibleFen: null, lines: [], ways: [], ...more });
const fails = (clause: string): MyResult['lines'][number] => ({ mark: 'no', clause, document: '', article: '', facts: [], missing: [], unverified: false });

test('离得最近的在前：有日子的，只差知道的，差得少的', () => {
  const goals = nearestGoals([
    result('差两项', { lines: [fails('甲'), fails('乙')] }),
    result('未知', { verdict: 'unknown' }),
    result('已有', { verdict: 'yes' }),
    result('差一项', { lines: [fails('甲')] }),
    result('到日子', { becomes: '2027-05-10' }),
  ]);
  assert.deepEqual(goals.map((goal) => goal.name), ['到日子', '未知', '差一项', '差两项']);
});

test('能数的距离写成数', () => {
  const steps = [{ act: 'improve' as const, fact: '下基层天数', text: '', short: 43, unit: '天' }, { act: 'supply' as const, fact: '成果', text: '' }];
  assert.deepEqual(distancesOf(result('普通副高', { ways: [{ steps }] })), [{ short: 43, unit: '天' }]);
});
