import assert from 'node:assert/strict';
import test from 'node:test';
import { distancesOf, goalsAmong, nearestGoals } from './goals.ts';
import type { MyResult } from './reads.ts';

const result = (name: string, more: Partial<MyResult>): MyResult =>
  ({ name, verdict: 'no', unverified: false, document: '', article: '', sureFen: null, possibleFen: null, lines: [], ways: [], ...more });
const line = (mark: 'yes' | 'no' | 'unknown'): MyResult['lines'][number] =>
  ({ mark, clause: mark, document: '', article: '', facts: [{ name: '职称', value: '中级' }], missing: [], unverified: false });

test('离得最近的在前：有日子的，已满足得多的；一项都不沾的不列', () => {
  const goals = nearestGoals([
    result('满足一半', { lines: [line('yes'), line('no')] }),
    result('不沾边', { verdict: 'unknown', lines: [line('unknown')] }),
    result('已有', { verdict: 'yes', lines: [line('yes')] }),
    result('满足三分之二', { lines: [line('yes'), line('yes'), line('no')] }),
    result('到日子', { becomes: '2027-05-10', lines: [line('yes'), line('no'), line('no')] }),
  ]);
  assert.deepEqual(goals.map((goal) => goal.name), ['到日子', '满足三分之二', '满足一半']);
});

test('能数的距离写成数', () => {
  const steps = [{ act: 'improve' as const, fact: '下基层天数', text: '', short: 43, unit: 'day' as const }, { act: 'supply' as const, fact: '成果', text: '' }];
  assert.deepEqual(distancesOf(result('普通副高', { ways: [{ steps }] })), [{ short: 43, fact: '下基层天数', unit: 'day' }]);
});

test('只列职称和人才类别；没有路的不列', () => {
  const way = [{ steps: [{ act: 'improve' as const, fact: '下基层天数', text: '', short: 43, unit: 'number' as const }] }];
  const judged = (purpose: 'title' | 'benefit', code: string, results: MyResult[]) => ({ purpose, policy: code, version: '1', asOf: '2026-11-23', results });
  const goals = goalsAmong({ judged: [judged('title', '全国', [result('主治报考', {})]), judged('benefit', '待遇', [result('助学金', { ways: way })]), judged('title', '本地', [result('副高申报', { document: '本地', ways: way })])] });
  assert.deepEqual(goals.map(({ document }) => document), ['本地']);
});
