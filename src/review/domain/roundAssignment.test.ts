import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assignPanels } from '#matching/domain/panel.ts';
import { replaceReviewer } from '#matching/domain/panelRepair.ts';
import { assignRound, pairKey, problemOf, reassign, seatsOf, type RoundToAssign } from './roundAssignment.ts';
import { RoundRules } from './roundRules.ts';

const rules = RoundRules.parse({ reviewers: 2, sheet: 's', blinding: 'single', perInstitution: 1 });
const roundOf = (files: number, reviewers: number, barred: readonly (readonly [number, number])[], loads: readonly number[] = []): RoundToAssign => ({
  files: Array.from({ length: files }, (_, index) => ({ subject: `f${index}`, fields: [`x${index % 3}`] })),
  reviewers: Array.from({ length: reviewers }, (_, index) => ({ expertId: `e${index}`, organisationId: `o${index % 5}`, fields: [`x${index % 3}`], external: false, load: loads[index] ?? 0 })),
  barred: new Set(barred.map(([file, reviewer]) => pairKey(`f${file}`, `e${reviewer}`))), rules, least: 0, most: 4,
});
const someRound = fc.record({
  files: fc.integer({ min: 2, max: 7 }), barred: fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { maxLength: 8 }), loads: fc.array(fc.nat(20), { minLength: 10, maxLength: 10 }),
}).map(({ files, barred, loads }) => roundOf(files, 10, barred, loads));

test('专业相同者先评，今年评得少者先评', () => {
  const answer = assignRound(roundOf(3, 9, [], [9, 0, 0, 0, 0, 0, 0, 0, 0]));
  assert.ok(answer.ok);
  assert.equal(answer.value.floor, 900);
});

test('补派移动最少：已动手的评审不动，其余的人尽量留在原处，与逐席最短路的移动数相同', () => {
  fc.assert(fc.property(someRound, fc.nat(), (round, pick) => {
    const first = assignPanels(problemOf(round));
    if (!first.ok) return;
    const seats = seatsOf(round, first.value.pairs);
    const leaving = seats[pick % seats.length]!;
    const repaired = replaceReviewer(problemOf(round), first.value, Number(leaving.subject.slice(1)), Number(leaving.expertId.slice(1)));
    const staying = seats.filter((seat) => seat !== leaving).map((seat) => ({ ...seat, locked: false }));
    const plan = reassign({ ...round, barred: new Set([...round.barred, pairKey(leaving.subject, leaving.expertId)]) }, { seats: staying });
    if (!repaired) return assert.equal(plan.unfilled.length, 1);
    assert.equal(plan.unfilled.length, 0);
    assert.equal(plan.taken.length + plan.given.length + 1, repaired.moves.length, '移动数最少');
  }), { numRuns: 300, seed: 7 });
});

test('已提交的评分在任何补派中都不动', () => {
  fc.assert(fc.property(someRound, fc.nat(), (round, pick) => {
    const first = assignPanels(problemOf(round));
    if (!first.ok) return;
    const seats = seatsOf(round, first.value.pairs);
    const leaving = seats[pick % seats.length]!;
    const staying = seats.filter((seat) => seat !== leaving).map((seat, index) => ({ ...seat, locked: (index + pick) % 2 === 0 }));
    const plan = reassign({ ...round, barred: new Set([...round.barred, pairKey(leaving.subject, leaving.expertId)]) }, { seats: staying });
    for (const seat of staying.filter(({ locked }) => locked)) assert.ok(!plan.taken.some((each) => each.subject === seat.subject && each.expertId === seat.expertId));
    assert.ok(plan.given.every((each) => !(each.subject === leaving.subject && each.expertId === leaving.expertId)));
  }), { numRuns: 300, seed: 11 });
});

test('谁都不能接的席位空着，别人不受影响', () => {
  const everybody = Array.from({ length: 4 }, (_, reviewer) => [0, reviewer] as const);
  const round = { ...roundOf(2, 4, everybody.slice(1)), rules: RoundRules.parse({ ...rules, reviewers: 1 }) };
  const first = assignRound(round);
  assert.ok(first.ok);
  const seats = seatsOf(round, first.value.pairs);
  const plan = reassign({ ...round, barred: new Set([...round.barred, pairKey('f0', 'e0')]) }, { seats: seats.filter(({ subject }) => subject !== 'f0').map((seat) => ({ ...seat, locked: false })) });
  assert.deepEqual(plan, { given: [], taken: [], unfilled: ['f0'] });
});

test('逾期的人只有在别人都不能接时才再接', () => {
  const round = roundOf(3, 10, []);
  const free = { ...round, reviewers: round.reviewers.map((each, index) => ({ ...each, late: index < 5 })) };
  const plan = reassign(free, { seats: [] });
  assert.equal(plan.given.length, 6);
  assert.ok(plan.given.every(({ expertId }) => Number(expertId.slice(1)) >= 5));
});
