import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { publishDraft } from '#policy/server/publishDraft.ts';
import { testStudio } from '#policy/server/testStudio.ts';
import { openCase } from './openCase.ts';
import { openRound } from './openRound.ts';
import { addVersion, newestVersion, programmeAt } from './programme.store.ts';
import { testCases } from './testCases.ts';

const { app, bureau, doctor, draftOf, view, step, doing } = await testCases();
const studio = testStudio(app);
const programme = 'talent-recognition';

/** The same programme naming its policy without a version: from now on a round keeps the one in force on its first day. */
await doing(bureau, async (call) => {
  const version = (await newestVersion(call, programme)) ?? 1;
  await addVersion(call, { ...(await programmeAt(call, programme, version)), version: 99, policy: 'talent-development' }, 'test');
  return { ok: true as const, value: undefined };
}, {});

const round = (opensOn: string, closesOn: string) => perform(app, bureau, openRound, { programme, title: `${opensOn} 批`, opensOn, closesOn });
const opened = async (opensOn: string, closesOn: string) => expectYes(await round(opensOn, closesOn)).roundId;
const pinned = async (roundId: string) => (await app.db.selectFrom('case_round').select('policy_version').where('id', '=', roundId).executeTakeFirstOrThrow()).policy_version;

test('新版本公布后：已开的批次和在办的件仍按旧版判断，新批次按新版', async () => {
  const [early, late] = [await doctor('陆九渊'), await doctor('程颐')];
  const old = await opened('2026-11-01', '2027-06-30');
  const running = await draftOf(early, old);
  const { draftId, saved } = await studio.submitted('3.0', '2027-01-01');
  const upcoming = await opened('2027-01-05', '2027-03-31');
  expectYes(await perform(app, studio.second, publishDraft, { draftId, saved, from: '2027-01-01' }));
  assert.deepEqual([await pinned(old), await pinned(upcoming)], ['2.0', '2.0'], '公布之前开的批次不变');

  app.clock.moveTo('2027-02-01');
  assert.deepEqual((await view(early, running)).policy, { code: 'talent-development', version: '2.0' });
  expectYes(await step(early, running, 'submit'));
  assert.equal((await view(bureau, running)).explanation?.version, '2.0');
  assert.equal((await view(late, (await doing(late, openCase, { programme, roundId: old })).caseId)).policy?.version, '2.0', '同一批次一个标准');

  const fresh = await opened('2027-02-01', '2027-04-30');
  assert.equal(await pinned(fresh), '3.0');
  const next = await view(late, (await doing(late, openCase, { programme, roundId: fresh })).caseId);
  assert.deepEqual([next.policy?.version, next.explanation?.version], ['3.0', '3.0']);
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('开批的第一天没有施行中的版本，就不能开', async () => {
  const answer = await round('2018-06-01', '2018-12-31');
  assert.deepEqual([answer.ok, answer.ok ? '' : answer.reason], [false, 'policyNotInForce']);
});
