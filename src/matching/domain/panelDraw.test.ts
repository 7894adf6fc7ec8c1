import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectYes } from '#platform/domain/answer.ts';
import { drawWhole, type ChanceFlow } from './chanceFlow.ts';
import { assignPanels } from './panel.ts';
import { faultsIn } from './panelCertificate.ts';
import { CHANCE_UNITS, chancesOf, drawPanels } from './panelDraw.ts';
import { sampleNumbers, samplePanels } from './samplePanels.ts';

/** A mixture of `units` whole assignments of 3 cases to 3 reviewers and on to a sink: its arcs are chances in 1/units. */
function mixture(units: number, seed: number): ChanceFlow {
  const next = sampleNumbers(seed);
  const flow = new Int32Array(12);
  for (let part = 0; part < units; part++) {
    for (let index = 0; index < 3; index++) {
      const reviewer = Math.floor(next() * 3);
      flow[index * 3 + reviewer]!++;
      flow[9 + reviewer]!++;
    }
  }
  const source = Int32Array.from({ length: 12 }, (_, arc) => (arc < 9 ? Math.floor(arc / 3) : 3 + arc - 9));
  const target = Int32Array.from({ length: 12 }, (_, arc) => (arc < 9 ? 3 + (arc % 3) : 6));
  return { nodes: 7, source, target, flow };
}

/** The exact mean over all strings of public bits, for shuffles fixed by a seed. */
function exactMean(chances: ChanceFlow, units: number, seed: number): Float64Array {
  const mean = new Float64Array(chances.flow.length);
  const visit = (prefix: (0 | 1)[]): void => {
    const shuffle = sampleNumbers(seed);
    let used = 0;
    const bit = () => prefix[used++] ?? 0;
    const drawn = drawWhole(chances, units, { bit, below: (limit) => Math.floor(shuffle() * limit) });
    if (used > prefix.length) { visit([...prefix, 0]); visit([...prefix, 1]); return; }
    drawn.forEach((value, arc) => { mean[arc]! += value / 2 ** prefix.length; });
  };
  visit([]);
  return mean;
}

test('限概率抽取：对全部随机位穷举，每一对的概率与设定分毫不差', () => {
  fc.assert(fc.property(fc.nat(100_000), fc.constantFrom(2, 4), (seed, units) => {
    const chances = mixture(units, seed);
    exactMean(chances, units, seed).forEach((value, arc) => assert.equal(value, chances.flow[arc]! / units));
  }), { numRuns: 60 });
});

test('限概率抽取：每次抽取都满足需求、负荷、回避与单位限制；概率不超上限', () => {
  const limits = [{ members: [0, 3, 6, 9], atLeast: 1, atMost: 2 }, { members: [1, 4, 7], atLeast: 0, atMost: 1 }];
  const shape = { cases: 12, reviewers: 11, demand: 3, barred: 0.1, fields: 4, slack: 1.6 };
  fc.assert(fc.property(fc.nat(10_000), fc.constantFrom(400, 512, 700), fc.boolean(), (seed, most, limited) => {
    const problem = samplePanels({ ...shape, ...(limited ? { limits } : {}) }, seed);
    const answer = chancesOf(problem, most);
    if (!answer.ok) return;
    assert.ok(answer.value.chance.every((chance) => chance <= most));
    for (let round = 0; round < 5; round++) {
      const pairs = drawPanels(answer.value, `种子 ${round}`);
      assert.deepEqual(faultsIn(problem, pairs), []);
      assert.deepEqual(drawPanels(answer.value, `种子 ${round}`), pairs);
    }
    const best = assignPanels(problem);
    assert.ok(best.ok && answer.value.expectedFit <= best.value.total * CHANCE_UNITS);
  }), { numRuns: 120 });
});

test('限概率抽取：两千次抽取的频率与概率相符', () => {
  const problem = samplePanels({ cases: 10, reviewers: 8, demand: 2, barred: 0.05, fields: 3, slack: 1.5 }, 5);
  const chances = expectYes(chancesOf(problem, 512));
  const count = new Map<number, number>();
  for (let round = 0; round < 2000; round++) for (const pair of drawPanels(chances, `round ${round}`)) count.set(pair, (count.get(pair) ?? 0) + 1);
  chances.pairs.forEach((pair, at) => {
    const chance = chances.chance[at]! / CHANCE_UNITS;
    const spread = Math.sqrt(2000 * chance * (1 - chance));
    assert.ok(Math.abs((count.get(pair) ?? 0) - 2000 * chance) <= 5 * spread, `pair ${pair}`);
  });
});

test('限概率抽取：上限低到坐不满时拒绝，越界的上限也拒绝', () => {
  const problem = samplePanels({ cases: 4, reviewers: 4, demand: 3, barred: 0, fields: 2, slack: 1.5 }, 1);
  const reasonOf = (most: number) => { const answer = chancesOf(problem, most); return answer.ok ? 'drawn' : answer.reason; };
  assert.equal(reasonOf(700), 'panelsImpossible');
  assert.equal(reasonOf(768), 'drawn');
  assert.equal(reasonOf(0), 'chanceRange');
  assert.equal(reasonOf(1025), 'chanceRange');
});
