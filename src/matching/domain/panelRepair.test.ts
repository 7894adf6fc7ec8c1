import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectYes } from '#platform/domain/answer.ts';
import { assignPanels, type PanelAssignment } from './panel.ts';
import { faultsIn } from './panelCertificate.ts';
import { explainPair } from './panelExplanation.ts';
import { BARRED, type PanelProblem } from './panelProblem.ts';
import { lossWithout, replaceReviewer, whatIf, type Repair } from './panelRepair.ts';
import { samplePanels } from './samplePanels.ts';

const internal = Array.from({ length: 9 }, (_, at) => at).filter((at) => at % 3 !== 0);
const limits = [{ members: internal, atLeast: 0, atMost: 1 }, { members: [0, 3], atLeast: 0, atMost: 1 }];
const drawn = fc.record({ seed: fc.nat(10_000), limited: fc.boolean(), slack: fc.constantFrom(1.3, 2) });
const problemOf = ({ seed, limited, slack }: { seed: number; limited: boolean; slack: number }) =>
  samplePanels({ cases: 8, reviewers: 9, demand: 2, barred: 0.15, fields: 3, slack, ...(limited ? { limits } : {}) }, seed);

function after({ pairs }: PanelAssignment, problem: PanelProblem, { moves }: Repair): Int32Array {
  const kept = new Set(pairs);
  for (const move of moves) if (!move.given) assert.ok(kept.delete(move.case * problem.reviewers + move.reviewer));
  for (const move of moves) if (move.given) kept.add(move.case * problem.reviewers + move.reviewer);
  return Int32Array.from(kept).sort();
}

const forced = (problem: PanelProblem, pair: number, value: number) => ({ ...problem, fit: problem.fit.map((fit, at) => (at === pair ? value : fit)) });

test('假如换成此人：损失与强制后重解一致，所列变动确实可行', () => {
  fc.assert(fc.property(drawn, fc.nat(71), (shape, pair) => {
    const problem = problemOf(shape);
    const answer = assignPanels(problem);
    if (!answer.ok || problem.fit[pair] === BARRED) return;
    const repair = whatIf(problem, answer.value, Math.floor(pair / 9), pair % 9);
    const again = assignPanels(forced(problem, pair, 60_000));
    const possible = again.ok && again.value.pairs.includes(pair);
    assert.equal(repair !== undefined, possible);
    if (!repair || !again.ok) return;
    assert.deepEqual(faultsIn(problem, after(answer.value, problem, repair)), []);
    assert.equal(repair.loss, answer.value.total - (again.value.total - 60_000 + problem.fit[pair]!));
  }), { numRuns: 250 });
});

test('有人辞谢：无此人的最优损失与重解一致；递补优先少动别人', () => {
  fc.assert(fc.property(drawn, fc.nat(15), (shape, chosen) => {
    const problem = problemOf(shape);
    const answer = assignPanels(problem);
    if (!answer.ok) return;
    const pair = answer.value.pairs[chosen]!;
    const [caseIndex, reviewer] = [Math.floor(pair / 9), pair % 9];
    const again = assignPanels(forced(problem, pair, BARRED));
    const loss = lossWithout(problem, answer.value, caseIndex, reviewer);
    assert.equal(loss, again.ok ? answer.value.total - again.value.total : undefined);
    const repair = replaceReviewer(problem, answer.value, caseIndex, reviewer);
    assert.equal(repair === undefined, loss === undefined);
    if (!repair) return;
    const panels = after(answer.value, problem, repair);
    assert.deepEqual(faultsIn(problem, panels), []);
    assert.ok(!panels.includes(pair) && repair.loss >= loss!);
    const oneStep = [...problem.fit.keys()].some((other) => Math.floor(other / 9) === caseIndex && problem.fit[other] !== BARRED
      && !answer.value.pairs.includes(other) && faultsIn(problem, Int32Array.from([...answer.value.pairs].map((kept) => (kept === pair ? other : kept)))).length === 0);
    if (oneStep) assert.equal(repair.moves.length, 2);
  }), { numRuns: 250 });
});

test('说明：为何是此人、为何不是此人、怎样才会改变；照所说提高契合度，结果果然改变', () => {
  const seen = new Set<string>();
  for (let at = 0; at < 72 * 4; at++) {
    const problem = problemOf({ seed: Math.floor(at / 72), limited: at < 144, slack: at < 144 ? 1.3 : 1 });
    const pair = at % 72;
    const answer = assignPanels(problem);
    if (!answer.ok) continue;
    const assignment = answer.value;
    const sentences = explainPair(problem, assignment, Math.floor(pair / 9), pair % 9);
    for (const { key } of sentences) seen.add(key);
    const needed = sentences.find(({ key }) => key === 'matching.pair.wouldChange')?.params.needed;
    if (needed === undefined) continue;
    assert.ok(expectYes(assignPanels(forced(problem, pair, needed))).pairs.includes(pair));
    assert.equal(expectYes(assignPanels(forced(problem, pair, needed - 2))).total, assignment.total);
  }
  for (const key of ['barred', 'chosen', 'lossWithout', 'reviewerFull', 'limitFull', 'fitLower', 'wouldCost', 'wouldChange']) assert.ok(seen.has(`matching.pair.${key}`), key);
});
