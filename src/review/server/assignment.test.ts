import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { cancelJob, showJob } from '#platform/server/jobAsk.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { assignPanels } from '#matching/domain/panel.ts';
import { BARRED } from '#matching/domain/panelProblem.ts';
import { problemOf } from '../domain/roundAssignment.ts';
import { carryOutAssignment, gatherRound, startAssignment } from './assignRound.ts';
import { closeRound } from './closeRound.ts';
import { declineReview } from './declineReview.ts';
import { dryRun, explainSeat } from './dryRun.ts';
import { giveScore } from './giveScore.ts';
import { listOwnReviews, viewOwnReview } from './ownReviews.ts';
import { previewReassignment, reassignSeats } from './reassignSeats.ts';
import { recuse } from './recuse.ts';
import { remindLateReviews } from './remindLate.ts';
import { reviewTest } from './testRound.ts';
import { listReviewRounds, viewReviewRound } from './viewRound.ts';
import { whatHappensNow } from './whatHappensNow.ts';

const app = await testDatabase();
const { bureau: office, doing, experts, reviewer, roundOf } = await reviewTest(app, 18);
const { id: accountId } = expectYes(await performAsClock(app, 'putuo', openAccount, { signInName: 'office', name: '经办', role: 'bureau', personId: '', organisationId: 'putuo-wjw', demo: true }));
const bureau: Actor = { ...office, accountId };
const marks = { ethics: 9, clinical: 30, discipline: 20, research: 12, service: 13 };
const seatsOf = (reviewRoundId: string) => app.db.selectFrom('panel_seat').innerJoin('panel', 'panel.id', 'panel_seat.panel_id')
  .select(['panel.id as panelId', 'panel.subject', 'panel_seat.expert_id as expertId', 'panel_seat.state', 'panel.organisation_id as organisationId'])
  .where('panel.review_round_id', '=', reviewRoundId).orderBy('panel.id').orderBy('panel_seat.expert_id').execute();
const who = (expertId: string) => reviewer(experts.get(expertId) ?? '');

test('试算不留痕；正式分派与试算、与域内最优解一致，冲突者一件也没有', async () => {
  const { reviewRoundId } = await roundOf('best', 12, {});
  const dry = await doing(bureau, dryRun, { reviewRoundId });
  assert.ok(dry.found);
  assert.equal((await seatsOf(reviewRoundId)).length, 0);
  const { problem } = await doing(bureau, gatherRound, { reviewRoundId });
  const { jobId } = await doing(bureau, startAssignment, { reviewRoundId });
  await runJobsOnce(app);
  assert.equal((await doing(bureau, showJob, { id: jobId })).state, 'done');
  const seats = await seatsOf(reviewRoundId);
  assert.equal(seats.length, 36);
  const columns = new Map(problem.reviewers.map(({ expertId }, index) => [expertId, index]));
  const rows = new Map(problem.files.map(({ subject }, index) => [subject, index]));
  const full = problemOf(problem);
  const fits = seats.map(({ subject, expertId }) => full.fit[rows.get(subject)! * problem.reviewers.length + columns.get(expertId)!]!);
  const aboveFloor = { ...full, fit: full.fit.map((fit) => (fit < dry.found!.floor ? BARRED : fit)) };
  assert.equal(fits.reduce((sum, fit) => sum + fit, 0), expectYes(assignPanels(aboveFloor)).total);
  assert.ok(fits.every((fit) => fit !== BARRED && fit >= dry.found!.floor));
  assert.deepEqual(new Set(seats.map(({ subject, expertId }) => `${subject}/${expertId}`)), new Set(dry.panels.flatMap(({ subject, experts: seated }) => seated.map((expertId) => `${subject}/${expertId}`))));
  const again = await perform(app, bureau, startAssignment, { reviewRoundId });
  assert.equal(!again.ok && again.reason, 'roundAssigned');
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('为什么是这位、为什么不是那位、怎样会变：每句有数', async () => {
  const { reviewRoundId } = await roundOf('why', 6, {});
  const dry = await doing(bureau, dryRun, { reviewRoundId });
  const [panel] = dry.panels;
  const inside = await doing(bureau, explainSeat, { reviewRoundId, subject: panel!.subject, expertId: panel!.experts[0]! });
  assert.equal(inside.seated, true);
  assert.equal(inside.sentences[0]?.key, 'matching.pair.chosen');
  const reasons = new Set<string>();
  for (const expertId of experts.keys()) if (!panel!.experts.includes(expertId)) {
    const outside = await doing(bureau, explainSeat, { reviewRoundId, subject: panel!.subject, expertId });
    assert.ok(!outside.seated && outside.sentences.length > 0);
    for (const { key } of outside.sentences) reasons.add(key);
    if (outside.sentences[0]?.key === 'matching.pair.barred') assert.equal(outside.conflicts[0]?.kind, 'sameInstitution');
  }
  assert.ok(reasons.has('matching.pair.barred') && (reasons.has('matching.pair.wouldCost') || reasons.has('matching.pair.equallyGood')), [...reasons].join());
});

test('排不出来时说明是哪些材料、缺几个席位，正式分派被拒', async () => {
  const { reviewRoundId } = await roundOf('short', 12, {});
  const dry = await doing(bureau, dryRun, { reviewRoundId, most: 1 });
  assert.equal(dry.found, null);
  assert.equal(dry.shortage?.key, 'matching.shortage.tooFewReviewers');
  assert.ok(dry.shortage!.params.need! > dry.shortage!.params.room!);
  assert.equal(await perform(app, bureau, startAssignment, { reviewRoundId, most: 1 }).then((answer) => !answer.ok && answer.reason), 'panelsImpossible');
});

test('分派可以取消，什么也不留下', async () => {
  const { reviewRoundId } = await roundOf('cancel', 4, {});
  const { jobId } = await doing(bureau, startAssignment, { reviewRoundId });
  await doing(bureau, cancelJob, { id: jobId });
  await runJobsOnce(app);
  assert.equal((await doing(bureau, showJob, { id: jobId })).state, 'cancelled');
  assert.equal((await seatsOf(reviewRoundId)).length, 0);
  const stopped = await perform(app, bureau, (call, ask: { reviewRoundId: string }) => carryOutAssignment(call, ask, { done: async () => false }), { reviewRoundId });
  assert.equal(!stopped.ok && stopped.reason, 'cancelled');
  assert.equal((await seatsOf(reviewRoundId)).length, 0);
});

test('逾期收回后补派：已提交的不动，动的最少，新的人有自己的期限；事先可看', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId } = await roundOf('late', 8, { workingDays: 5 });
  await doing(bureau, carryOutAssignment, { reviewRoundId });
  const before = await seatsOf(reviewRoundId);
  const [busy] = before;
  await doing(who(busy!.expertId), giveScore, { panelId: busy!.panelId, marks, opinion: '' });
  app.clock.moveTo('2026-12-01');
  const lateSeat = before.find((seat) => seat.expertId !== busy!.expertId)!;
  const refused = await perform(app, who(lateSeat.expertId), giveScore, { panelId: lateSeat.panelId, marks, opinion: '' });
  assert.equal(!refused.ok && refused.reason, 'deadlinePassed');
  const view = await doing(bureau, viewReviewRound, reviewRoundId);
  assert.equal(view.late, before.length - 1);
  const seats = [{ panelId: lateSeat.panelId, expertId: lateSeat.expertId }];
  const preview = await doing(bureau, previewReassignment, { reviewRoundId, seats });
  assert.equal(preview.given.length, 1);
  assert.equal(preview.taken.length, 0);
  await doing(bureau, reassignSeats, { reviewRoundId, seats, because: 'released' });
  const after = await seatsOf(reviewRoundId);
  assert.equal(after.find((seat) => seat.panelId === lateSeat.panelId && seat.expertId === lateSeat.expertId)?.state, 'released');
  const fresh = after.find((seat) => !before.some((each) => each.panelId === seat.panelId && each.expertId === seat.expertId))!;
  assert.deepEqual([fresh.panelId, fresh.expertId], [preview.given[0]?.panelId, preview.given[0]?.expertId]);
  expectYes(await perform(app, who(fresh.expertId), giveScore, { panelId: fresh.panelId, marks, opinion: '' }));
  assert.equal((await perform(app, who(lateSeat.expertId), viewOwnReview, lateSeat.panelId)).ok, false, '收回后看不到材料');
  assert.equal(await perform(app, bureau, reassignSeats, { reviewRoundId, seats, because: 'released' as const }).then((answer) => !answer.ok && answer.reason), 'seatNotOpen');
  app.clock.moveTo('2026-11-23');
});

test('谢绝与回避：另派一人，其他人的材料不动；冲突者不再派给本件', async () => {
  const { reviewRoundId } = await roundOf('declined', 6, {});
  await doing(bureau, carryOutAssignment, { reviewRoundId });
  const before = await seatsOf(reviewRoundId);
  await doing(who(before[0]!.expertId), declineReview, { panelId: before[0]!.panelId, reason: '外出开会' });
  await doing(who(before[4]!.expertId), recuse, { panelId: before[4]!.panelId, kind: 'mentor' });
  const after = await seatsOf(reviewRoundId);
  assert.equal(after.length, before.length + 2);
  assert.deepEqual(after.filter(({ state }) => state !== 'invited').map(({ state }) => state).toSorted(), ['declined', 'recused']);
  assert.equal(after.filter(({ state }) => state === 'invited').length, 18);
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('快到期提醒一次；驾驶舱只给评完的件显示分数；全部评完才能结束', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId } = await roundOf('remind', 3, { workingDays: 10 });
  await doing(bureau, carryOutAssignment, { reviewRoundId });
  const remind = () => performAsClock(app, 'putuo', (call: Parameters<typeof remindLateReviews>[0]) => remindLateReviews(call), {}).then(expectYes);
  app.clock.moveTo('2026-12-03');
  assert.ok((await remind()).reminded >= 9);
  assert.equal((await remind()).reminded, 0);
  const seats = await seatsOf(reviewRoundId);
  for (const [index, seat] of seats.entries()) {
    const shut = await perform(app, bureau, closeRound, { reviewRoundId });
    assert.equal(!shut.ok && shut.reason, 'roundUnjudged');
    await doing(who(seat.expertId), giveScore, { panelId: seat.panelId, marks: { ...marks, service: index }, opinion: '' });
    const view = await doing(bureau, viewReviewRound, reviewRoundId);
    assert.ok(view.subjects.every((file) => (file.received === file.size) === (file.mean !== null)));
  }
  const view = await doing(bureau, viewReviewRound, reviewRoundId);
  assert.ok(view.subjects.some((file) => file.high! > file.low!));
  await doing(bureau, closeRound, { reviewRoundId });
  assert.ok((await doing(bureau, listReviewRounds, {})).rows.some((row) => row.reviewRoundId === reviewRoundId && row.state === 'closed'));
});

test('申报人只看到自己的编号与批次到哪一步；别人的等于没有', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId, applicants } = await roundOf('own', 3, {});
  const talent = (personId: string): Actor => ({ ...reviewer(personId), role: 'talent' });
  assert.deepEqual(await doing(talent(applicants[1]!), whatHappensNow, 'own-2'), { number: 2, heading: '批次own', state: 'entering', step: 'collecting', drawId: null, dueOn: null });
  await doing(bureau, carryOutAssignment, { reviewRoundId });
  const now = await doing(talent(applicants[1]!), whatHappensNow, 'own-2');
  assert.equal(now?.step, 'scoring');
  assert.deepEqual(Object.keys(now!).toSorted(), ['drawId', 'dueOn', 'heading', 'number', 'state', 'step']);
  assert.equal((await perform(app, talent(applicants[0]!), whatHappensNow, 'own-2')).ok, false);
  assert.ok((await doing(who((await seatsOf(reviewRoundId))[0]!.expertId), listOwnReviews, {})).rows.length > 0);
});
