import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import highs from 'highs';
import { assignPanels, findShortage } from './panel.ts';
import { dualBound, faultsIn } from './panelCertificate.ts';
import { explainShortage } from './panelExplanation.ts';
import { assignAboveFloor } from './panelFloor.ts';
import { BARRED, panelNodes, type PanelProblem } from './panelProblem.ts';
import { needAndRoom } from './panelShortage.ts';

const openHighs = highs as unknown as typeof highs.default;

const smallPanel = fc.record({
  cases: fc.integer({ min: 1, max: 7 }), reviewers: fc.integer({ min: 1, max: 8 }), barredPercent: fc.constantFrom(0, 5, 30, 60),
  most: fc.integer({ min: 1, max: 5 }), least: fc.integer({ min: 0, max: 2 }), demand: fc.integer({ min: 1, max: 3 }),
  range: fc.constantFrom(1, 5, 1000), limited: fc.boolean(), fits: fc.infiniteStream(fc.nat(65_000)),
}).map((drawn): PanelProblem => {
  const { cases, reviewers } = drawn;
  const next = () => drawn.fits.next().value;
  const fit = Uint16Array.from({ length: cases * reviewers }, () => (next() % 100 < drawn.barredPercent ? BARRED : next() % drawn.range));
  const members = (wanted: (reviewer: number) => boolean) => Array.from({ length: reviewers }, (_, reviewer) => reviewer).filter(wanted);
  const internal = members((reviewer) => reviewer % 3 !== 0);
  const limits = [
    ...[1, 2].map((org) => ({ members: members((reviewer) => reviewer % 3 === org), atLeast: 0, atMost: 1 })),
    { members: internal, atLeast: 0, atMost: 1 }, { members: members((reviewer) => reviewer % 3 === 0), atLeast: 1, atMost: 2 },
  ];
  return {
    cases, reviewers, fit, demand: Int32Array.from({ length: cases }, () => 1 + (next() % drawn.demand)),
    leastLoad: new Int32Array(reviewers).fill(Math.min(drawn.least, drawn.most)), mostLoad: new Int32Array(reviewers).fill(drawn.most),
    ...(drawn.limited ? { limits } : {}),
  };
});

function asLinearProgram(problem: PanelProblem): string {
  const { cases, reviewers, fit } = problem;
  const open = [...fit.keys()].filter((pair) => fit[pair] !== BARRED);
  const sum = (pairs: number[]) => `${pairs.map((pair) => `x${pair}`).join(' + ')}${pairs.length > 0 ? ' + ' : ''}0 z`;
  const rows: string[] = [];
  const bounded = (pairs: number[], least: number, most: number) => rows.push(`${sum(pairs)} >= ${least}`, `${sum(pairs)} <= ${most}`);
  for (let index = 0; index < cases; index++) {
    const row = open.filter((pair) => Math.floor(pair / reviewers) === index);
    bounded(row, problem.demand[index]!, problem.demand[index]!);
    for (const { members, atLeast, atMost } of problem.limits ?? []) bounded(row.filter((pair) => members.includes(pair % reviewers)), atLeast, atMost);
  }
  for (let reviewer = 0; reviewer < reviewers; reviewer++) bounded(open.filter((pair) => pair % reviewers === reviewer), problem.leastLoad[reviewer]!, problem.mostLoad[reviewer]!);
  const goal = open.map((pair) => `${fit[pair]} x${pair}`).join(' + ');
  return `Maximize\n obj: ${goal ? `${goal} + ` : ''}0 z\nSubject To\n${rows.map((row, at) => ` c${at}: ${row}`).join('\n')}\nBounds\n z <= 0\n${open.map((pair) => ` x${pair} <= 1`).join('\n')}\nEnd`;
}

test('指派：500 个随机小题与 HiGHS 同解；原始值等于对偶界；无解时给出的集合确实不够', async () => {
  const solver = await openHighs();
  const seen = { solved: 0, impossible: 0, tooFewReviewers: 0, tooFewCases: 0 };
  fc.assert(fc.property(smallPanel, (problem) => {
    const answer = assignPanels(problem);
    const other = solver.solve(asLinearProgram(problem), { output_flag: false });
    assert.equal(answer.ok, other.Status === 'Optimal', other.Status);
    if (answer.ok) {
      seen.solved++;
      assert.deepEqual(faultsIn(problem, answer.value.pairs), []);
      assert.equal(answer.value.total, Math.round(other.ObjectiveValue));
      assert.equal(answer.value.bound, answer.value.total);
      assert.equal(dualBound(problem, answer.value.prices), answer.value.total);
      return;
    }
    seen.impossible++;
    const shortage = findShortage(problem)!;
    const { need, room } = needAndRoom(problem, panelNodes(problem)!, shortage.inside);
    assert.ok(need > room, `${need} > ${room}`);
    assert.deepEqual([shortage.need, shortage.room], [need, room]);
    assert.equal(explainShortage(shortage).key, `matching.shortage.${shortage.kind}`);
    seen[shortage.kind]++;
  }), { numRuns: 500, seed: 20260101 });
  assert.ok(seen.solved > 100 && seen.tooFewReviewers > 50 && seen.tooFewCases > 5, JSON.stringify(seen));
});

test('指派：价格随意时对偶界仍是上界（弱对偶）', () => {
  fc.assert(fc.property(smallPanel, fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 60, maxLength: 60 }), (problem, numbers) => {
    const answer = assignPanels(problem);
    if (!answer.ok) return;
    const take = (count: number) => Float64Array.from({ length: count }, (_, at) => numbers[at % numbers.length]!);
    const prices = { ofCase: take(problem.cases), ofReviewer: take(problem.reviewers).map((price) => price / 2), ofLimit: take(problem.cases * (problem.limits?.length ?? 0)) };
    assert.ok(dualBound(problem, prices) >= answer.value.total - 1e-6);
  }), { numRuns: 150 });
});

test('指派：质量底线取到最高，再在底线之上求总分最大', () => {
  fc.assert(fc.property(smallPanel, (problem) => {
    const answer = assignAboveFloor(problem);
    assert.equal(answer.ok, assignPanels(problem).ok);
    if (!answer.ok) return;
    const fits = [...answer.value.pairs].map((pair) => problem.fit[pair]!);
    assert.ok(fits.every((value) => value >= answer.value.floor));
    const higher = problem.fit.map((value) => (value <= answer.value.floor ? BARRED : value));
    assert.equal(assignPanels({ ...problem, fit: higher }).ok, false);
    assert.equal(answer.value.bound, answer.value.total);
  }), { numRuns: 150 });
});

test('指派：限制互相交叉时拒绝', () => {
  const problem: PanelProblem = {
    cases: 1, reviewers: 3, fit: Uint16Array.of(1, 2, 3), demand: Int32Array.of(1), leastLoad: new Int32Array(3), mostLoad: new Int32Array(3).fill(1),
    limits: [{ members: [0, 1], atLeast: 0, atMost: 1 }, { members: [1, 2], atLeast: 0, atMost: 1 }],
  };
  const answer = assignPanels(problem);
  assert.equal(answer.ok ? '' : answer.reason, 'limitsCross');
});
