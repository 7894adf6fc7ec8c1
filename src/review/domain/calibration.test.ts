import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectYes } from '#platform/domain/answer.ts';
import { calibrate } from './calibration.ts';
import { hingingResults } from './hinging.ts';
import { connectedPanels, suggestAnchors, type Score } from './scoringGraph.ts';

const near = (one: number, other: number, within = 1e-5) => assert.ok(Math.abs(one - other) < within, `${one} ≠ ${other}`);

const roundOf = (cases: number, reviewers: number, perCase: number, value: (index: number, reviewer: number) => number): Score[] =>
  Array.from({ length: cases * perCase }, (_, at) => {
    const index = Math.floor(at / perCase);
    const reviewer = (index + (at % perCase)) % reviewers;
    return { case: `A${index}`, reviewer: `R${reviewer}`, value: value(index, reviewer) };
  });

const noise = (seed: number) => (index: number, reviewer: number) =>
  70 + ((index * 37) % 17) + ((reviewer * 11) % 7) + (((index * 131 + reviewer * 71 + seed * 29) * 7919) % 11) - 5;

test('校准：各专家评全部件时，与方差分析的闭式结果相同', () => {
  const [n, m] = [12, 5];
  const scores = roundOf(n, m, m, noise(3));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = mean(scores.map(({ value }) => value));
  const meanOf = (key: 'case' | 'reviewer', name: string) => mean(scores.filter((score) => score[key] === name).map(({ value }) => value));
  const residual = scores.reduce((sum, score) => sum + (score.value - meanOf('case', score.case) - meanOf('reviewer', score.reviewer) + grand) ** 2, 0) / ((n - 1) * (m - 1));
  const betweenMeans = Array.from({ length: n }, (_, index) => (meanOf('case', `A${index}`) - grand) ** 2).reduce((sum, value) => sum + value, 0) / (n - 1);
  const between = betweenMeans - residual / m;
  const { cases, spread } = expectYes(calibrate(scores));
  near(spread.residual, Math.sqrt(residual));
  near(spread.betweenCases, Math.sqrt(between));
  for (const each of cases) near(each.adjusted, grand + (between / (between + residual / m)) * (each.raw - grand));
});

test('校准：某位专家统一加分，件与件的差距不变，只有他的宽严变', () => {
  fc.assert(fc.property(fc.nat(50), fc.nat(5), fc.integer({ min: -20, max: 20 }), (seed, chosen, added) => {
    const scores = roundOf(20, 6, 3, noise(seed));
    const shifted = scores.map((score) => (score.reviewer === `R${chosen}` ? { ...score, value: score.value + added } : score));
    const [before, after] = [expectYes(calibrate(scores)), expectYes(calibrate(shifted))];
    before.cases.forEach((each, index) => {
      near(after.cases[index]!.adjusted - each.adjusted, added / 6, 1e-4);
      near(after.cases[index]!.standardError, each.standardError, 1e-4);
    });
    const severity = (result: typeof before) => result.reviewers.find(({ reviewer }) => reviewer === `R${chosen}`)!.severity;
    near(severity(after) - severity(before), added - added / 6, 1e-4);
  }), { numRuns: 40 });
});

test('校准：与计分次序、编号无关；分数整体放大则结果同比放大', () => {
  fc.assert(fc.property(fc.nat(50), fc.nat(58), (seed, turn) => {
    const scores = roundOf(20, 6, 3, noise(seed));
    const turned = [...scores.slice(turn), ...scores.slice(0, turn)].map((score) => ({ ...score, value: score.value * 2 }));
    const before = new Map(expectYes(calibrate(scores)).cases.map((each) => [each.case, each.adjusted]));
    for (const each of expectYes(calibrate(turned)).cases) near(each.adjusted, before.get(each.case)! * 2, 1e-3);
  }), { numRuns: 20 });
});

test('校准：宽严被扣除，原始均分排错的件得到纠正', () => {
  const truth = (index: number) => 60 + index * 2;
  const severe = (reviewer: number) => [-12, 0, 12, 4][reviewer]!;
  const wobble = (index: number, reviewer: number) => ((index * 7 + reviewer * 5) % 3) - 1;
  const scores = roundOf(12, 4, 2, (index, reviewer) => truth(index) + severe(reviewer) + wobble(index, reviewer));
  const { cases } = expectYes(calibrate(scores));
  const wrongPairs = (measure: 'raw' | 'adjusted') => cases.flatMap((one, at) => cases.slice(at + 1).filter((other) => one[measure] >= other[measure])).length;
  assert.ok(wrongPairs('adjusted') < wrongPairs('raw') / 3);
});

test('校准：互不相连的评审组拒绝合并，并给出建议加评的件', () => {
  const first = roundOf(6, 3, 2, noise(1));
  const second = roundOf(6, 3, 2, noise(2)).map((score) => ({ ...score, case: `B${score.case}`, reviewer: `S${score.reviewer}` }));
  const scores = [...first, ...second];
  const answer = calibrate(scores);
  assert.equal(answer.ok ? '' : answer.reason, 'panelsNotConnected');
  assert.equal(connectedPanels(scores).length, 2);
  const barred = (reviewer: string) => reviewer === 'R0';
  const anchors = suggestAnchors(scores, barred);
  assert.equal(anchors.length, 3);
  assert.ok(anchors.every(({ reviewer }) => reviewer !== 'R0'));
  const joined = [...scores, ...anchors.map((anchor) => ({ case: anchor.case, reviewer: anchor.reviewer, value: 75 }))];
  assert.equal(connectedPanels(joined).length, 1);
  assert.ok(calibrate(joined).ok);
  const few = calibrate(first.slice(0, 3));
  assert.equal(few.ok ? '' : few.reason, 'tooFewScores');
});

test('结果系于一人：去掉某位专家的分数，通过与否随之改变的件逐一列出', () => {
  const scores: Score[] = [
    { case: '甲', reviewer: '何', value: 90 }, { case: '甲', reviewer: '周', value: 70 },
    { case: '乙', reviewer: '何', value: 75 }, { case: '乙', reviewer: '周', value: 78 },
  ];
  assert.deepEqual(hingingResults(scores, 1, 'raw'), [
    { case: '甲', reviewer: '何', passes: true, passesWithout: false }, { case: '乙', reviewer: '何', passes: false, passesWithout: true },
  ]);
  assert.deepEqual(hingingResults(scores, 2, 'raw'), []);
  const round = roundOf(20, 6, 3, noise(4));
  const official = new Map(expectYes(calibrate(round)).cases.map((each) => [each.case, each.adjusted]));
  const lastIn = [...official.values()].sort((one, other) => other - one)[9]!;
  const hinges = hingingResults(round, 10, 'adjusted');
  assert.ok(hinges.length > 0);
  for (const hinge of hinges) assert.equal(hinge.passes, official.get(hinge.case)! >= lastIn);
});
