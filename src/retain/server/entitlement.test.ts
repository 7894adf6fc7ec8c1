import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectYes, yes } from '#platform/domain/answer.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { decide, type Facts } from '#policy/domain/policy.ts';
import { policyAt } from '#policy/server/public.ts';
import { correctFact } from '#registry/server/public.ts';
import { verifyFact } from '#registry/server/verifyFact.ts';
import { testCases } from '#cases/server/testCases.ts';
import { confirmEntitlement, declineEntitlement } from './answerEntitlement.ts';
import { judgeDaily } from './judging.ts';
import { judgePeople } from './judgePeople.ts';
import { listEntitlements, ownEntitlements, peopleLacking, rankUnlocks } from './readEntitlements.ts';
import { exportLacking, exportUnlocks } from './exportEntitlements.ts';

const { app, bureau, hr, as, doctor, round, doing } = await testCases();
const rows = () => app.db.selectFrom('entitlement').selectAll().orderBy('id').execute();
const of = async (personId: string) => (await rows()).filter((row) => row.person_id === personId);
/** The bureau vouches for every fact of a person, as an authority's register would. */
const vouch = async (personId: string) => {
  const facts = await app.db.selectFrom('person_fact').select('id').where('person_id', '=', personId).where('superseded_by', 'is', null).execute();
  for (const { id } of facts) expectYes(await perform(app, bureau, verifyFact, { personId, factId: id }));
};
const judged = async (personId: string) => expectYes(await performAsClock(app, 'putuo', judgePeople, { personIds: [personId] }));

test('单位登记而未经权威核实的事实不能一键确认，写明还要核实哪些', async () => {
  const 林知夏 = await doctor('林知夏');
  await runJobsOnce(app);
  assert.deepEqual(await of(林知夏.personId), []);
  const own = await doing(林知夏, ownEntitlements, undefined as never);
  assert.deepEqual(own.entitlements, []);
  const shortage = own.evidence.find(({ result }) => result === '紧缺专业人才');
  assert.ok(shortage);
  assert.ok(shortage.facts.includes('学历'), '学历的权威是学信网');
  assert.ok(!shortage.facts.includes('到岗日期'), '到岗日期的权威就是单位人事库');
});

test('事实经核验后，同一事务排队重新判断；再判断一次什么也不变', async () => {
  const 林知夏 = await doctor('林若溪');
  await runJobsOnce(app);
  await vouch(林知夏.personId);
  assert.deepEqual(await of(林知夏.personId), [], '还没有判断');
  await runJobsOnce(app);
  const offered = await of(林知夏.personId);
  assert.ok(offered.some(({ result, state }) => result === '紧缺专业人才' && state === 'offered'));
  const again = await judged(林知夏.personId);
  assert.deepEqual([again.offered, again.overtaken], [0, 0]);
  assert.deepEqual(await of(林知夏.personId), offered);
});

test('每一项都能按留存的事实、政策版本和判断日重算出“是”', async () => {
  const stored = await rows();
  assert.ok(stored.length > 0);
  for (const row of stored) {
    const policy = await doing(bureau, async (call: Call) => yes(await policyAt(call, row.policy, row.version)), undefined as never);
    assert.ok(policy);
    const facts = Object.fromEntries(Object.entries(row.basis as Record<string, { value: unknown }>).map(([name, { value }]) => [name, value])) as Facts;
    assert.equal(decide(policy, facts, row.judged_on).results[row.result]?.verdict, 'yes');
    assert.equal(decide(policy, facts, row.since).results[row.result]?.verdict, 'yes', '自符合之日起即为是');
  }
});

test('一键确认：开出对应项目的申报，从档案填好；再点一次还是同一件', async () => {
  await round();
  const 周远 = await doctor('周远');
  await vouch(周远.personId);
  await runJobsOnce(app);
  const own = await doing(周远, ownEntitlements, undefined as never);
  const offer = own.entitlements.find(({ result }) => result === '紧缺专业人才');
  assert.ok(offer);
  assert.deepEqual(offer.programme, { code: 'talent-recognition', title: '人才引进认定', waits: false });
  const confirmed = await doing(周远, confirmEntitlement, { entitlementId: offer.id });
  assert.ok(confirmed.caseId);
  assert.equal(confirmed.submitted, false, '近五年成就等项仍要本人写');
  assert.deepEqual(await doing(周远, confirmEntitlement, { entitlementId: offer.id }), confirmed);
  const opened = await app.db.selectFrom('case').select(['category', 'person_id']).where('id', '=', confirmed.caseId).executeTakeFirstOrThrow();
  assert.deepEqual(opened, { category: 'shortage', person_id: 周远.personId });
  await judged(周远.personId);
  assert.equal((await of(周远.personId)).find(({ id }) => id === offer.id)?.state, 'confirmed', '确认过的不会再被机器改动');
  const listed = await doing(hr, listEntitlements, { state: 'confirmed', unserved: 'false' });
  assert.ok(listed.rows.some((row) => row.personId === 周远.personId && row.caseId === confirmed.caseId));
});

test('别人的待遇不存在；事实变了以后，未确认的自动作废，确认被拒并说明', async () => {
  const 沈见 = await doctor('沈见');
  await vouch(沈见.personId);
  await runJobsOnce(app);
  const offer = (await of(沈见.personId)).find(({ result }) => result === '紧缺专业人才');
  assert.ok(offer);
  const 别人 = as('talent', '', '別');
  assert.equal((await perform(app, 别人, confirmEntitlement, { entitlementId: offer.id })).ok, false);
  expectYes(await perform(app, bureau, correctFact, { personId: 沈见.personId, kind: '全职在岗', value: false, evidence: '离岗通知' }));
  const refused = await perform(app, 沈见, confirmEntitlement, { entitlementId: offer.id });
  assert.deepEqual([refused.ok, !refused.ok && refused.reason], [false, 'entitlementOvertaken']);
  await runJobsOnce(app);
  assert.equal((await of(沈见.personId)).find(({ id }) => id === offer.id)?.state, 'overtaken');
});

test('暂不需要的不再提出，以后仍可确认', async () => {
  const 何田 = await doctor('何田');
  await vouch(何田.personId);
  await runJobsOnce(app);
  const offer = (await of(何田.personId)).find(({ result }) => result === '紧缺专业人才');
  assert.ok(offer);
  await doing(何田, declineEntitlement, { entitlementId: offer.id });
  await judged(何田.personId);
  assert.equal((await of(何田.personId)).filter(({ result }) => result === '紧缺专业人才').length, 1);
  assert.ok((await doing(何田, confirmEntitlement, { entitlementId: offer.id })).caseId);
});

test('未知变成问题：补哪一项可明确几项；单位只看到自己的人，可导出', async () => {
  const 苏缺 = await doctor('苏缺');
  await app.db.updateTable('person_fact').set({ declined_at: app.clock.now(), declined_by: 'test', declined_reason: 'test' }).where('person_id', '=', 苏缺.personId).where('kind', '=', '全职在岗').execute();
  await judged(苏缺.personId);
  const own = await doing(苏缺, ownEntitlements, undefined as never);
  const top = own.questions.top[0];
  assert.equal(top?.fact, '全职在岗');
  assert.ok(top.alone.length >= 2, '单独可明确不止一项');
  const ranking = await doing(bureau, rankUnlocks, undefined as never);
  const ranked = ranking.rows.find(({ fact }) => fact === '全职在岗');
  assert.ok(ranked && ranked.people >= 1 && ranked.alone >= top.alone.length);
  const lacking = await doing(hr, peopleLacking, { fact: '全职在岗' });
  assert.ok(lacking.rows.some(({ personId }) => personId === 苏缺.personId));
  const elsewhere = await doing(as('employer', 'rmyy'), peopleLacking, { fact: '全职在岗' });
  assert.deepEqual(elsewhere.rows, []);
  assert.match((await doing(hr, exportLacking, { fact: '全职在岗' })).fileName, /xlsx$/);
  assert.ok((await doing(bureau, exportUnlocks, undefined as never)).content.byteLength > 1000);
});

test('每日一次：只有时间走过也会变“是”；同一天第二次不再排队', async () => {
  const { putuo } = Object.fromEntries([...app.regions].map(([id, region]) => [id, region]));
  assert.ok(putuo);
  const 年满 = await doctor('年满', { 职称: '中级', 现职称取得日期: '2021-12-01', 学历: '本科', 学位: '学士', 机构层级: '市级' });
  await vouch(年满.personId);
  await runJobsOnce(app);
  const eligible = async () => (await of(年满.personId)).some(({ result, state }) => result === '副高申报' && state === 'offered');
  assert.equal(await eligible(), false, '2026-11-23 差几天满五年');
  app.clock.moveTo('2026-12-01');
  await performAsClock(app, 'putuo', judgeDaily, {}).then(expectYes);
  await performAsClock(app, 'putuo', judgeDaily, {}).then(expectYes);
  const queued = await app.db.selectFrom('job').select('id').where('kind', '=', 'retain.judgeAll').execute();
  assert.equal(queued.length, 1);
  await runJobsOnce(app);
  assert.equal(await eligible(), true);
  assert.equal((await of(年满.personId)).find(({ result }) => result === '副高申报')?.since, '2026-12-01');
});
