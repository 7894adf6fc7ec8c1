import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { answerRequest } from '#platform/server/answerRequest.ts';
import { perform } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { packWords } from '../domain/keywords.ts';
import { withParameter } from '../domain/settle.ts';
import { withValue } from '../domain/draftText.ts';
import { checkEligibility } from './checkEligibility.ts';
import { comparePolicies } from './comparePolicies.ts';
import { dropDraft, rejectDraft } from './endDraft.ts';
import { listPolicies } from './readPolicies.ts';
import { policyAt, policyOn } from './policyShelf.ts';
import { publishDraft } from './publishDraft.ts';
import { policyRoutes } from './routes.ts';
import { savePolicyDraft } from './savePolicyDraft.ts';
import { startDraft } from './startDraft.ts';
import { submitDraft } from './submitDraft.ts';
import { testStudio } from './testStudio.ts';
import { listDrafts, viewDraft } from './viewDrafts.ts';

const app = await testDatabase();
const { as, author, second, doing, clean, start, save, submitted } = testStudio(app);
const code = 'talent-development';
const reasonOf = (answer: { ok: boolean; reason?: string }) => (answer.ok ? undefined : answer.reason);
const versionOn = (day: string) => perform(app, author, async (call, asOf: string) => ({ ok: true as const, value: (await policyOn(call, code, asOf))?.version }), day).then(expectYes);
const publish = (draftId: string, saved: number, from = '2027-01-01', actor = second) => perform(app, actor, publishDraft, { draftId, saved, from });

test('从施行中的版本起草：版本号、替代、施行日写好，其余一字不动', async () => {
  const draftId = await start('2.5');
  const view = await doing(author, viewDraft, { draftId });
  assert.deepEqual([view.version, view.base?.version, view.state, view.saved], ['2.5', '2.0', 'drafting', 0]);
  const [before, after] = [view.base?.source.split('\n') ?? [], view.source.split('\n')];
  const changed = after.filter((line) => !before.includes(line));
  assert.deepEqual(changed, ['版本: "2.5"', '施行: { 起: 2027-01-01 }', '替代: talent-development@2.0', '    基准日: 2023-10-16', ...changed.filter((line) => line.includes('一无所知'))]);
  assert.equal(reasonOf(await perform(app, author, startDraft, { code, version: '2.5', from: '2027-01-01' })), 'policyDraftTwice');
  assert.equal(reasonOf(await perform(app, author, startDraft, { code, version: '2.0', from: '2027-01-01' })), 'policyVersionTaken');
  assert.equal(reasonOf(await perform(app, author, startDraft, { code: 'title-conditions', version: '9', from: '2027-01-01' })), 'policyInherited');
  assert.equal(reasonOf(await perform(app, author, dropDraft, { draftId, saved: 0, reason: '改为 3.0' })), undefined);
});

test('草案只有本区主管部门看得见，别人一概没有', async () => {
  const draftId = await start('2.6');
  for (const actor of [as('acc_hr', 'employer'), as('acc_t', 'talent'), as('acc_l', 'leader'), visitorActor('putuo'), as('acc_cx', 'bureau', 'cixi')]) {
    assert.equal(reasonOf(await perform(app, actor, viewDraft, { draftId })), 'notFound', actor.role);
    assert.equal(reasonOf(await perform(app, actor, savePolicyDraft, { draftId, saved: 0, source: '政策: x' })), 'notFound');
    assert.equal(reasonOf(await publish(draftId, 0, '2027-01-01', actor)), 'notFound');
    assert.deepEqual((await doing(actor, listDrafts, undefined as never)).rows, []);
  }
});

test('两人同时写：后存的被拒绝并说明是谁、何时存过', async () => {
  const draftId = await start('2.7');
  expectYes(await save(draftId, (source) => `${source}# 甲写的\n`, second));
  const stale = await perform(app, author, savePolicyDraft, { draftId, saved: 0, source: '政策: 乙写的' });
  assert.partialDeepStrictEqual(stale, { ok: false, reason: 'changedMeanwhile', detail: { next: 'next.draftChanged', params: { at: '09:00' } } });
  assert.ok((await doing(author, viewDraft, { draftId })).source.endsWith('# 甲写的\n'));
});

test('待核、用例不过、没见过的结论、例外矛盾、写错的文本，都不能交审', async () => {
  const draftId = await start('2.8');
  const attempt = async (change: (source: string) => string) => {
    const { saved } = expectYes(await save(draftId, change));
    return perform(app, author, submitDraft, { draftId, saved });
  };
  const open = await attempt((source) => source);
  assert.partialDeepStrictEqual(open, { ok: false, reason: 'policyHasUnverified' });
  assert.ok(!open.ok && open.detail?.problems?.some(({ field, reason }) => field === '领军额' && reason === 'policyUnverified'));
  const sound = clean((await doing(author, viewDraft, { draftId })).source);
  assert.partialDeepStrictEqual(await attempt(() => withParameter(sound, '领军年龄上限', 39)), { ok: false, reason: 'policyNotClean', detail: { problems: [{ field: '正高且 B 类为领军型', reason: 'policyTestFailed' }] } });
  const unseen = await attempt(() => withValue(sound, [packWords.clauses, '新增条款'], "{ 据: 演示文件#一, 则: 人员类别 = \"执业医师\" }"));
  assert.partialDeepStrictEqual(unseen, { ok: false, reason: 'policyNotClean', detail: { problems: [{ field: '新增条款', reason: 'policyUnseen' }] } });
  const contrary = await attempt(() => withValue(sound, [packWords.clauses, '另一放宽'], "{ 据: 演示文件#二, 例外于: 带头人年龄, 当: 人才分类 >= \"B类\", 则: '周岁(出生日期, 基准日) <= 30' }"));
  assert.ok(!contrary.ok && contrary.detail?.problems?.some(({ reason }) => reason === 'policyContradiction'), JSON.stringify(contrary));
  const broken = await attempt(() => sound.replace('职称 = "正高"', '职称 ＝ "正高"'));
  assert.partialDeepStrictEqual(broken, { ok: false, reason: 'policyInvalid', detail: { problems: [{ reason: 'policyFullWidth' }] } });
  assert.equal(reasonOf(await attempt(() => sound.replace('"2.8"', '"9.9"'))), 'policyNameChanged');
  assert.equal(reasonOf(await attempt(() => sound.replace('起: 2027-01-01', '起: 2026-11-22'))), 'policyDayPast');
  assert.equal(await versionOn('2027-06-01'), '2.0');
});

test('交审附得失报告；本人不能审定；退回附理由，改后再交；另一人审定后新旧版本首尾相接', async () => {
  const draftId = await start();
  const { saved } = expectYes(await save(draftId, clean));
  await doing(author, submitDraft, { draftId, saved });
  const handed = await doing(author, viewDraft, { draftId });
  assert.deepEqual([handed.report?.asOf, handed.shut.publish, handed.shut.save], ['2027-01-01', 'policyOwnDraft', 'policyDraftShut']);
  assert.equal(reasonOf(await publish(draftId, saved, '2027-01-01', author)), 'policyOwnDraft');
  assert.equal((await doing(second, listDrafts, undefined as never)).rows[0]?.yours, true);
  await doing(second, rejectDraft, { draftId, saved, reason: '骨干年龄上限请改为 50' });
  const again = expectYes(await save(draftId, (source) => withParameter(source, '骨干年龄上限', 50)));
  await doing(author, submitDraft, { draftId, saved: again.saved });
  assert.equal(reasonOf(await publish(draftId, saved)), 'changedMeanwhile', '看的不是最后一稿');
  assert.equal(reasonOf(await publish(draftId, again.saved, '2023-10-16')), 'policyDayPast');
  assert.deepEqual(expectYes(await publish(draftId, again.saved, '2027-02-01')), { code, version: '3.0' });
  assert.deepEqual([await versionOn('2027-01-31'), await versionOn('2027-02-01')], ['2.0', '3.0']);
  const { rows } = await doing(visitorActor('putuo'), listPolicies, undefined as never);
  assert.deepEqual(rows.filter((row) => row.code === code).map(({ version, from, to }) => [version, from, to]), [['3.0', '2027-02-01', undefined], ['2.0', '2023-10-16', '2027-01-31'], ['1.0', '2019-01-01', '2023-10-15']]);
  const view = await doing(second, viewDraft, { draftId });
  assert.deepEqual(view.steps.map(({ act, reason }) => [act, reason]), [['start', null], ['submit', null], ['reject', '骨干年龄上限请改为 50'], ['submit', null], ['publish', null]]);
  for (const actor of [author, second]) {
    assert.equal(reasonOf(await perform(app, actor, savePolicyDraft, { draftId, saved: again.saved, source: '政策: x' })), 'policyDraftShut');
    assert.equal(reasonOf(await perform(app, actor, rejectDraft, { draftId, saved: again.saved, reason: '反悔' })), 'policyDraftNotSubmitted');
  }
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('查询、判断按所判的那一天用新旧版本；别的地区不受影响', async () => {
  const facts = { 出生日期: '1979-05-20', 学历: '本科', 职称: '中级', 全职在岗: true, 年度考核: '合格', 医德考评较差: false };
  const verdict = async (asOf: string) => {
    const { judged } = await doing(visitorActor('putuo'), checkEligibility, { code, asOf, facts });
    return [judged[0]?.version, judged[0]?.results.find(({ name }) => name === '学科骨干')?.verdict];
  };
  assert.deepEqual(await verdict('2027-01-31'), ['2.0', 'no']);
  assert.deepEqual(await verdict('2027-02-01'), ['3.0', 'yes']);
  const elsewhere = await perform(app, as('acc_cx', 'bureau', 'cixi'), async (call) => ({ ok: true as const, value: await policyAt(call, code, '3.0') }), {});
  assert.equal(expectYes(elsewhere), undefined);
});

test('比较两版：办公室看到待核旧值，公众只看到有据的新值', async () => {
  const compare = async (actor = author) => (await doing(actor, comparePolicies, { code, after: '3.0' })).changes.find(({ name }) => name === '骨干年龄上限');
  assert.partialDeepStrictEqual(await compare(), { change: 'changed', unit: 'age', results: ['学科骨干'], before: [{ from: '', value: '45' }], after: [{ from: '', value: '50' }], openBefore: true, openAfter: false, basis: '人才开发办法调整通知（演示） 附件' });
  assert.deepEqual((await compare(visitorActor('putuo')))?.before, []);
  assert.equal(reasonOf(await perform(app, author, comparePolicies, { code, before: '0.1', after: '3.0' })), 'notFound');
});

test('两份草案同时审定：一份公布，另一份得知底稿已变', async () => {
  const [one, other] = [await submitted('4.0', '2028-01-01'), await submitted('4.1', '2028-02-01')];
  const answers = await Promise.all([publish(one.draftId, one.saved, '2028-01-01'), publish(other.draftId, other.saved, '2028-02-01')]);
  assert.deepEqual(answers.map(reasonOf).toSorted(), [undefined, 'policyBaseMoved'].toSorted());
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('断线重送同一次审定：只公布一次，答复相同', async () => {
  const { rows } = await app.pool.query<{ id: string; saved_count: number }>(`select id, saved_count from policy_draft where state = 'submitted'`);
  const [left] = rows;
  assert.ok(left);
  await doing(second, rejectDraft, { draftId: left.id, saved: left.saved_count, reason: '请从最新版另起' });
  const { draftId, saved } = await submitted('5.0', '2029-01-01');
  const route = policyRoutes.find(({ name }) => name === 'publishDraft');
  assert.ok(route);
  const send = () => answerRequest(app, route, second, { params: { draftId }, query: {}, body: { saved, from: '2029-01-01' }, key: 'once' });
  const answers = await Promise.all([send(), send(), send()]);
  assert.deepEqual(answers, [1, 2, 3].map(() => ({ ok: true, value: { code, version: '5.0' } })));
  assert.deepEqual(await send(), answers[0]);
  const found = await app.pool.query(`select 1 from policy_version where version = '5.0'`);
  assert.equal(found.rowCount, 1);
});

test('全新的政策：最短的文本就能通过检查，公布后与文件里的政策并列', async () => {
  const fresh = { title: '青年医师津贴（演示）', document: '青年医师津贴通知（演示）', result: '青年津贴' };
  const { draftId } = await doing(author, startDraft, { code: 'young-doctors', version: '1.0', from: '2027-03-01', fresh });
  await doing(author, submitDraft, { draftId, saved: 0 });
  expectYes(await publish(draftId, 0, '2027-03-01'));
  const { rows } = await doing(visitorActor('putuo'), listPolicies, undefined as never);
  assert.equal(rows.find((row) => row.code === 'young-doctors')?.title, '青年医师津贴（演示）');
  assert.equal(reasonOf(await perform(app, author, startDraft, { code: 'drafts', version: '1', from: '2027-03-01', fresh })), 'policyCodeTaken');
});
