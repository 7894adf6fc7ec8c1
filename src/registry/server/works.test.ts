import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import type { Actor, Role } from '#platform/domain/actor.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '../domain/idNumber.ts';
import type { FactValue } from '../domain/factKind.ts';
import type { WorkTold } from '../domain/workContract.ts';
import { addPeople } from './addPeople.ts';
import { answerShare } from './answerShare.ts';
import { factsOn } from './factsOn.ts';
import { listDoubles } from './listDoubles.ts';
import { mergePeople } from './mergePeople.ts';
import { openOrganisations } from './openOrganisations.ts';
import { addWork, addWorkFile, changeWork, dropWork } from './saveWork.ts';
import { listMyShares, listMyWorks } from './workLines.ts';
import { worksAlike } from './worksAlike.ts';
import * as works from './workUse.ts';

const app = await testDatabase();
const as = (role: Role, personId = '', place = 'wjj'): Actor => ({ accountId: `acc_${role}${personId}`, personId, role, regionId: 'cixi', organisationId: `cixi-${place}`, organisationPath: place === 'wjj' ? 'cixi.wjj' : `cixi.wjj.${place}` });
const bureau = as('bureau');
const doing = <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, what, input).then(expectYes);
await doing(bureau, openOrganisations, {});

const doctor = async (name: string, serial: number, organisationId = 'cixi-cxfy', facts: { kind: string; value: FactValue }[] = []): Promise<Actor> => {
  const body = `3101071985041${String(serial).padStart(4, '0')}`;
  const { personIds } = await doing(bureau, addPeople, { people: [{ cause: `t:${serial}`, idNumber: body + idChecksum(body), name, phone: '', source: 'institution' as const, evidence: '人事档案', facts, employment: { organisationId, from: '2010-01-01', post: '医师' } }] });
  return as('talent', personIds[0] ?? '');
};
const [zhou, ming, other] = [await doctor('柏舟', 7001), await doctor('陆景明', 7002, 'cixi-czfy'), await doctor('安宁', 7003)];

const told: WorkTold = {
  kind: '病案分析', level: '市级', title: '基层首诊肺栓塞 11 例的识别路径', madeOn: '2025-06-30', part: '独立完成', share: 100, coworkers: [], details: { 病案数: 11, 已去除患者身份: true },
  abstract: '以呼吸困难、单侧下肢肿胀和血氧下降为线索，结合评分与床旁检测，在乡镇卫生院完成初筛后经绿色通道转诊，十一例均在两小时内确诊。',
};
const study: WorkTold = {
  kind: '研究报告', level: '市级', title: '村级高血压随访中断原因与补救', madeOn: '2025-12-01', part: '第一完成人', share: 60, details: { 委托或采纳单位: '市卫健局' },
  coworkers: [{ name: '陆景明', organisationId: 'cixi-czfy', share: 25 }, { name: '外院专家', share: 15 }],
  abstract: '对七个行政村六年的随访记录做队列分析，外出务工、换药后不适与路程是中断的主要原因，改为电话加集中日随访后规范管理率明显上升。',
};
const refused = async <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => {
  const answer = await perform(app, actor, what, input);
  assert.ok(!answer.ok, '应当不受理');
  return answer;
};
const file = (workId: string) => ({ workId, name: '病案摘要.pdf', bytes: 1200, sha256: 'a'.repeat(64) });
const use = (workIds: string[], subject = 'case_1', personId = zhou.personId) => ({ personId, workIds, level: '副高', subject, number: `JW-2026-${subject}` });

describe('代表作登记', () => {
  it('登记后进入“成果”事实，来源是本人；第一完成人按角色算', async () => {
    await doing(zhou, addWork, told);
    const { facts, lines } = await doing(zhou, async (call) => ({ ok: true as const, value: await factsOn(call, zhou.personId) }), {});
    assert.deepEqual(facts['成果'], { 齐: false, 项: [{ 类型: '病案分析', 级别: '市级', 第一完成人: true, 题目: told.title, 日期: '2025-06-30' }] });
    assert.equal(lines['成果']?.source, 'self');
  });

  it('单位导入的成果保留，登记的代表作先是本人的说法；单位核对后一并生效', async () => {
    const paper = { 类型: '论文', 级别: '省级', 第一完成人: true };
    const imported = await doctor('宋禾', 7009, 'cixi-cxfy', [{ kind: '成果', value: { 齐: true, 项: [paper] } }]);
    await doing(imported, addWork, { ...told, title: '另一件病案分析' });
    const known = async () => doing(bureau, async (call) => ({ ok: true as const, value: await factsOn(call, imported.personId) }), {});
    assert.deepEqual((await known()).facts['成果'], { 齐: true, 项: [paper] });
    await doing(bureau, async (call) => { await works.verifyWorks(call, { personId: imported.personId, evidence: 'JW-2026-0001' }); return { ok: true as const, value: {} }; }, {});
    const { facts, lines } = await known();
    assert.deepEqual(facts['成果'], { 齐: true, 项: [paper, { 类型: '病案分析', 级别: '市级', 第一完成人: true, 题目: '另一件病案分析', 日期: '2025-06-30' }] });
    assert.deepEqual([lines['成果']?.source, lines['成果']?.evidence], ['institution', 'JW-2026-0001']);
  });

  it('份额超过 100%、未来的日期、类型要填的没填、同名再登，各有说法', async () => {
    const over = await refused(zhou, addWork, { ...study, share: 70 });
    assert.deepEqual([over.reason, over.detail?.params], ['sharesOver', { total: 110, over: 10 }]);
    const future = await refused(zhou, addWork, { ...study, madeOn: '2027-01-01' });
    assert.deepEqual([future.reason, future.detail?.params], ['workToCome', { madeOn: '2027-01-01', today: '2026-11-23' }]);
    assert.equal((await refused(zhou, addWork, { ...study, madeOn: '2026-02-30' })).reason, 'dateFormat');
    assert.equal((await refused(zhou, addWork, { ...study, details: {} })).reason, 'workDetailMissing');
    assert.equal((await refused(zhou, addWork, { ...study, details: { ...study.details, 术式: 'x' } })).reason, 'workDetailUnknown');
    assert.equal((await refused(zhou, addWork, told)).reason, 'workKnown');
    assert.equal((await refused(zhou, addWork, { ...study, kind: '诗歌' })).reason, 'workKindUnknown');
    assert.equal((await refused(zhou, addWork, { ...study, abstract: '太短' })).reason, 'workAbstract');
    assert.equal((await refused(zhou, addWork, { ...study, title: '题\u0000目' })).reason, 'textInvalid');
    assert.equal((await refused(zhou, addWork, { ...study, coworkers: [{ name: '柏舟', organisationId: 'cixi-cxfy', share: 10 }] })).reason, 'coworkerSelf');
    assert.equal((await refused(zhou, addWork, { ...study, coworkers: [{ name: '甲', share: 10 }, { name: '甲', share: 10 }] })).reason, 'coworkerTwice');
  });

  it('别人的代表作改不了、删不了、加不了材料，等于不存在', async () => {
    const { workId } = await doing(ming, addWork, { ...told, title: '陆景明的病案分析' });
    for (const answer of [await refused(zhou, changeWork, { ...told, workId }), await refused(zhou, dropWork, { workId }), await refused(zhou, addWorkFile, file(workId))]) assert.equal(answer.reason, 'notFound');
    assert.ok(!(await doing(zhou, listMyWorks, undefined as never)).rows.some((row) => row.workId === workId));
  });
});

describe('合作者确认份额', () => {
  it('在册的合作者被问到，不在册的只留姓名；异议写明份额和理由；改了份额要重新确认', async () => {
    const { workId } = await doing(zhou, addWork, study);
    const mine = async () => (await doing(zhou, listMyWorks, undefined as never)).rows.find((row) => row.workId === workId)!;
    assert.deepEqual((await mine()).coworkers.map(({ name, standing }) => [name, standing]), [['陆景明', 'asked'], ['外院专家', 'named']]);
    const [asked] = (await doing(ming, listMyShares, undefined as never)).rows;
    assert.deepEqual([asked?.ownerName, asked?.share, asked?.standing], ['柏舟', 25, 'asked']);
    assert.equal((await refused(other, answerShare, { workId, agrees: true })).reason, 'notFound', '没被列的人答不了');
    assert.equal((await refused(ming, answerShare, { workId, agrees: false, claimedShare: 40 })).reason, 'disputeReason');
    assert.equal((await refused(ming, answerShare, { workId, agrees: false, claimedShare: 140, reason: '我做了四成' })).reason, 'shareRange');
    await doing(ming, answerShare, { workId, agrees: false, claimedShare: 40, reason: '数据由我整理' });
    const [disputed] = (await mine()).coworkers;
    assert.deepEqual([disputed?.standing, disputed?.claimedShare, disputed?.reason], ['disputed', 40, '数据由我整理']);
    await doing(zhou, addWorkFile, file(workId));
    const answer = await doing(zhou, async (call) => ({ ok: true as const, value: await works.worksFree(call, use([workId])) }), {});
    assert.ok(!answer.ok && answer.reason === 'shareDisputed');
    await doing(zhou, changeWork, { ...study, workId, share: 45, coworkers: [{ name: '陆景明', organisationId: 'cixi-czfy', share: 40 }, { name: '外院专家', share: 15 }] });
    assert.equal((await mine()).coworkers[0]?.standing, 'asked');
    await doing(ming, answerShare, { workId, agrees: true });
    await doing(zhou, changeWork, { ...study, workId, title: '村级高血压随访中断的原因与补救', share: 45, coworkers: [{ name: '陆景明', organisationId: 'cixi-czfy', share: 40 }] });
    assert.equal((await mine()).coworkers[0]?.standing, 'confirmed', '份额没变，确认仍算数');
    const together = await doing(bureau, async (call) => ({ ok: true as const, value: await works.coMakersOf(call, [ming.personId]) }), {});
    assert.deepEqual(together.map(({ title, personIds }) => [title, personIds.toSorted()]), [['村级高血压随访中断的原因与补救', [zhou.personId, ming.personId].toSorted()]]);
  });
});

describe('查重', () => {
  it('近抄报给审核人，并排看得到相同处；先登记的不反报；无关的不报', async () => {
    app.clock.moveTo('2026-11-24');
    const copy = await doing(other, addWork, { ...told, title: '社区首诊肺栓塞 12 例的识别路径', abstract: told.abstract.replace('乡镇卫生院', '社区中心').replace('十一例', '十二例') });
    const { rows, hint } = await doing(bureau, worksAlike, { workId: copy.workId });
    assert.equal(rows.length, 3, '三件先登记的都在');
    assert.ok(rows.every(({ percent, relation }) => percent >= hint && relation === 'stranger'));
    assert.ok(rows[0]?.here.some(({ shared }) => shared) && rows[0].there.some(({ shared }) => shared));
    const original = (await doing(zhou, listMyWorks, undefined as never)).rows.find(({ title }) => title === told.title)!;
    assert.ok(!(await doing(bureau, worksAlike, { workId: original.workId })).rows.some(({ workId }) => workId === copy.workId));
    const elsewhere = await refused(as('employer', '', 'cdzy'), worksAlike, { workId: copy.workId });
    assert.equal(elsewhere.reason, 'notFound', '别的单位看不到');
  });
});

describe('一件代表作不两次用于同一级别', () => {
  it('同一份申报里选两次、用别人的、没有材料，各有说法', async () => {
    const { workId } = await doing(other, addWork, { ...told, title: '安宁的科普', kind: '科普作品', details: { 发布平台: '县融媒' } });
    const reason = (workIds: string[], personId = other.personId) => perform(app, other, (call) => works.enterWorks(call, use(workIds, 'case_x', personId)), {}).then((answer) => (answer.ok ? '' : answer.reason));
    assert.equal(await reason([workId]), 'workWithoutFile');
    await doing(other, addWorkFile, file(workId));
    assert.equal(await reason([workId, workId]), 'workTwice');
    assert.equal(await reason([workId], zhou.personId), 'workNotYours');
    assert.equal(await reason([workId]), '');
  });

  it('提交后锁住；授予后同级别再用被拒并指明年份案号；没成的放回；换一级别可以用', async () => {
    const { workId } = await doing(zhou, addWork, { ...told, title: '一件用到底的病案' });
    await doing(zhou, addWorkFile, file(workId));
    await doing(zhou, (call) => works.enterWorks(call, use([workId])), {});
    const locked = await refused(zhou, changeWork, { ...told, workId, title: '改个题目' });
    assert.deepEqual([locked.reason, locked.detail?.params?.number], ['workInUse', 'JW-2026-case_1']);
    await doing(bureau, async (call) => { await works.releaseWorks(call, 'case_1'); return { ok: true as const, value: {} }; }, {});
    await doing(zhou, changeWork, { ...told, workId, title: '改个题目' });
    await doing(zhou, (call) => works.enterWorks(call, use([workId], 'case_2')), {});
    await doing(zhou, (call) => works.enterWorks(call, use([workId], 'case_3')), {});
    await doing(bureau, (call) => works.grantWorks(call, use([workId], 'case_2')), {});
    const again = await refused(bureau, (call) => works.grantWorks(call, use([workId], 'case_3')), {});
    assert.deepEqual([again.reason, again.detail?.params], ['workUsed', { title: '改个题目', year: 2026, number: 'JW-2026-case_2', level: '副高' }]);
    assert.equal((await refused(zhou, (call) => works.enterWorks(call, use([workId], 'case_4')), {})).reason, 'workUsed');
    await doing(zhou, (call) => works.enterWorks(call, { ...use([workId], 'case_5'), level: '正高' }), {});
  });
});

describe('合并档案', () => {
  it('代表作和份额跟到留下的一份；列自己为合作者的，只留姓名', async () => {
    const [kept, gone] = [await doctor('周一帆', 7011), await doctor('周一帆', 7012)];
    await doing(gone, addWork, { ...told, title: '合并前的一件', part: '第一完成人', share: 60, coworkers: [{ name: '柏舟', organisationId: 'cixi-cxfy', share: 40 }] });
    await doing(zhou, addWork, { ...told, title: '柏舟与周一帆', part: '第一完成人', share: 60, coworkers: [{ name: '周一帆', share: 40 }] });
    const [double] = expectYes(await perform(app, bureau, listDoubles, undefined as never));
    const pair = [kept.personId, gone.personId].toSorted();
    assert.deepEqual(double?.people.map(({ personId }) => personId).toSorted(), pair);
    await doing(bureau, mergePeople, { doubleId: double.doubleId, keep: kept.personId });
    assert.deepEqual((await doing(kept, listMyWorks, undefined as never)).rows.map(({ title }) => title), ['合并前的一件']);
    assert.deepEqual((await doing(gone, listMyWorks, undefined as never)).rows, []);
  });
});
