import assert from 'node:assert/strict';
import { test } from 'node:test';
import { performAsClock } from '#platform/server/call.ts';
import { yes } from '#platform/domain/answer.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { cancelJob } from '#platform/server/jobAsk.ts';
import { liveJobOf } from '#platform/server/job.store.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { castOf } from './cast.ts';
import { askLater, tellLater } from './later.ts';
import { openRegion } from './openRegion.ts';
import { scriptOf } from './script.ts';

const app = await testDatabase();
const region = app.regions.get('putuo')!;
const full = scriptOf(region)!.later[0]!;
const round = { ...full, applications: 30, experts: 20, least: 0 };
const counts = async () => (await app.pool.query<{ cases: number; entered: number; panels: number; scored: number; accounts: number }>(`select
  (select count(*)::int from "case") cases, (select count(*)::int from review_subject) entered, (select count(*)::int from panel) panels,
  (select count(*)::int from panel_seat where state = 'scored') scored, (select count(*)::int from account) accounts`)).rows[0]!;
const telling = (stopAfter: number) => {
  let asked = 0;
  return { app, round, words: scriptOf(region)!.draw, job: { id: 'j', regionId: 'putuo', askedBy: 'clock', actor: { accountId: 'clock', personId: '', role: 'clock' as const, regionId: 'putuo', organisationId: '', organisationPath: '' }, payload: {}, progress: async () => {}, cancelled: async () => { asked += 1; return asked > stopAfter; } } };
};

test('后台讲述中途停下再讲：接着讲，一件不多一件不少', async () => {
  await openRegion(app, region, castOf(region)!);
  await tellLater(telling(0));
  const halted = await counts();
  assert.ok(halted.cases > 0 && halted.cases < 30);
  assert.equal(halted.panels, 0);
  await tellLater(telling(1));
  const halfScored = await counts();
  assert.deepEqual([halfScored.cases, halfScored.entered, halfScored.panels], [30, 30, 30]);
  await tellLater(telling(99));
  const told = await counts();
  assert.deepEqual([told.cases, told.entered, told.panels], [30, 30, 30]);
  assert.ok(told.scored > 45 && told.scored < 80, String(told.scored));
  await tellLater(telling(99));
  assert.deepEqual(await counts(), told, '再讲一遍什么也不添');
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('大批次排在作业里，随时可以取消', async () => {
  assert.equal(await askLater(app), true);
  const job = (await liveJobOf(app.db, 'demo.later'))!;
  assert.equal(job.state, 'queued');
  await performAsClock(app, 'putuo', async (call) => { const ended = await cancelJob(call, { id: job.id }); return ended.ok ? yes({}) : ended; }, {});
  await runJobsOnce(app);
  assert.equal(await liveJobOf(app.db, 'demo.later'), undefined);
});
