import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import type { WorkTold } from '#registry/domain/workContract.ts';
import { addPeople, factsOn } from '#registry/server/public.ts';
import { addWork, addWorkFile } from '../../registry/server/saveWork.ts';
import { answerShare } from '../../registry/server/answerShare.ts';
import { checkCredential, listCredentials } from '../../registry/server/readCredentials.ts';
import { addExpert, giveScore, panelState } from '#review/server/public.ts';
import { sheetOf } from '../../review/server/scoreSheets.ts';
import { openCase } from './openCase.ts';
import { openRound } from './openRound.ts';
import { listQueue } from './listQueue.ts';
import { saveDraft } from './saveDraft.ts';
import { testCases } from './testCases.ts';

const { app, as, doing, step, view, clockTicks } = await testCases();
const cixi = (role: Parameters<typeof as>[0], place = '', personId = ''): Actor => {
  const actor = as(role, place, personId, 'cixi');
  const lead = /^c([dzx])(fy|cs)$/.exec(place);
  return lead ? { ...actor, organisationPath: `cixi.wjj.c${lead[1]}zy.${place}` } : actor;
};
const bureau = cixi('bureau', 'wjj');

let serial = 0;
const enter = async (name: string, place: string, facts: Record<string, string | number | boolean>): Promise<string> => {
  serial += 1;
  const body = `3303021985${String(101 + serial).padStart(4, '0')}`.slice(0, 10) + '0417' + String(100 + serial);
  const { personIds } = await doing(bureau, addPeople, { people: [{
    cause: `titles:${serial}`, idNumber: body + idChecksum(body), name, phone: '', source: 'institution' as const, evidence: '人事档案', employment: { organisationId: `cixi-${place}`, from: '2006-08-21', post: '医师' },
    facts: Object.entries(facts).map(([kind, value]) => ({ kind, value })),
  }] });
  return personIds[0] ?? '';
};

const town = {
  学历: '大专', 毕业院校: '某医科大学', 所学专业: '临床医学', 参加工作日期: '2004-08-01', 职称: '中级', 职称名称: '主治医师', 现职称取得日期: '2017-10-01', 专业: '全科', 科室: '全科', 执业类别: '临床', 人员类别: '执业医师',
  机构层级: '乡镇社区', 到岗日期: '2006-08-21', 年度考核: '良好', 医德考评较差: false, 下基层天数: 322, 上级进修月数: 2, 乡镇服务起始日期: '2006-08-21', 业绩突出: true, 继续教育学分: 31,
};
const work = (title: string, more: Partial<WorkTold> = {}): WorkTold => ({
  kind: '病案分析', level: '市级', title, madeOn: '2025-06-30', part: '独立完成', share: 100, coworkers: [], details: { 病案数: 11, 已去除患者身份: true },
  abstract: `${title}：从首诊线索、评分、床旁检测到转诊的全过程记录与复盘，供乡镇卫生院参照使用。`, ...more,
});
const register = async (talent: Actor, told: WorkTold): Promise<string> => {
  const { workId } = await doing(talent, addWork, told);
  await doing(talent, addWorkFile, { workId, name: '材料.pdf', bytes: 1000, sha256: String(serial).padStart(64, 'a') });
  return workId;
};
const doctor = async (name: string, place: string, facts: Record<string, string | number | boolean> = {}) => {
  const talent = cixi('talent', '', await enter(name, place, { ...town, ...facts }));
  return { talent, works: [await register(talent, work(`${name}的第一件`)), await register(talent, work(`${name}的第二件`)), await register(talent, work(`${name}的第三件`)), await register(talent, work(`${name}的第四件`))] };
};

const written = { selfEvaluation: '二十年在乡镇首诊、随访、带教。', ethics: true, promise: true };
const rounds = { ordinary: '', rural: '' };
const experts: Actor[] = [];
before(async () => {
  const call = { title: '2026 年评审', opensOn: '2026-10-01', closesOn: '2026-12-31' };
  rounds.ordinary = (await doing(bureau, openRound, { ...call, programme: 'senior-title' })).roundId;
  rounds.rural = (await doing(bureau, openRound, { ...call, programme: 'rural-senior-title' })).roundId;
  for (const name of ['专家甲', '专家乙', '专家丙']) {
    const personId = await enter(name, ['zyyy', 'fybj', 'yqjj'][experts.length] ?? '', { 职称: '正高' });
    await doing(bureau, addExpert, { personId, organisationId: `cixi-${['zyyy', 'fybj', 'yqjj'][experts.length]}`, fields: ['全科'], level: '正高', external: false, from: '2026-01-01', to: '2028-12-31' });
    experts.push(cixi('reviewer', '', personId));
  }
});

const draft = async (talent: Actor, programme: 'senior-title' | 'rural-senior-title', works: string[]) => {
  const opened = await doing(talent, openCase, { programme, roundId: programme === 'senior-title' ? rounds.ordinary : rounds.rural });
  await doing(talent, saveDraft, { caseId: opened.caseId, saved: 0, answers: { ...written, works } });
  return opened;
};
const score = async (caseId: string, sheet: string, percent: number, ethics = percent) => {
  const panel = await doing(bureau, async (call) => ({ ok: true as const, value: await panelState(call, caseId) }), {});
  const { items } = sheetOf(app.regions.get('cixi')!, sheet);
  const marks = Object.fromEntries(items.map(({ key, most }) => [key, Math.round((most * (key === 'ethics' ? ethics : percent)) / 10) / 10]));
  for (const expert of experts) await doing(expert, giveScore, { panelId: panel?.panelId ?? '', marks, opinion: '见评审记录' });
};
const reasonOf = async (taken: Promise<Answer<unknown>>) => { const answer = await taken; return answer.ok ? '' : answer.reason; };

describe('基卫高：四件代表作到电子证书', () => {
  it('打开时已填八成以上；少一件、多选、重复、别人的、没有材料的都不行；普通副高差四十三天和一个月', async () => {
    const { talent, works } = await doctor('柏舟', 'cxfy');
    const other = await doctor('旁人', 'cxfy');
    const { caseId, filled, total } = await doing(talent, openCase, { programme: 'rural-senior-title', roundId: rounds.rural });
    assert.ok(filled / total >= 0.8, `${filled}/${total}`);
    const save = async (chosen: string[]) => {
      const { saved } = await view(talent, caseId);
      return perform(app, talent, saveDraft, { caseId, saved, answers: { ...written, works: chosen } });
    };
    assert.equal(await reasonOf(save([...works, works[0] ?? ''])), 'worksTooMany');
    assert.equal(await reasonOf(save([works[0] ?? '', works[0] ?? ''])), 'workTwice');
    assert.equal(await reasonOf(save([works[0] ?? '', other.works[0] ?? ''])), 'workNotYours');
    expectYes(await save(works.slice(0, 3)));
    assert.equal(await reasonOf(step(talent, caseId, 'submit')), 'formIncomplete');
    const bare = await doing(talent, addWork, work('没有材料的一件'));
    expectYes(await save([...works.slice(0, 3), bare.workId]));
    assert.equal(await reasonOf(step(talent, caseId, 'submit')), 'workWithoutFile');
    expectYes(await save(works));
    expectYes(await step(talent, caseId, 'submit'));
    const shown = await view(talent, caseId);
    assert.equal(shown.sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'works')?.works?.length, 4);

    const ordinary = await draft(talent, 'senior-title', works.slice(0, 1));
    const why = (await view(talent, ordinary.caseId)).explanation;
    assert.equal(why?.verdict, 'no');
    const short = why.ways[0]?.steps.map(({ fact, short: by, unit }) => [fact, by, unit]);
    assert.deepEqual(short, [['下基层天数', 43, 'number'], ['上级进修月数', 1, 'number']]);
  });

  it('单位核对后成果由单位作证；合作者没确认份额不能送评；评审、公示期满由时钟发证，职称随证书更新，代表作不能再用于副高', async () => {
    const { talent, works } = await doctor('林知远', 'cxfy');
    const mate = cixi('talent', '', await enter('陆景明', 'czfy', town));
    const shared = await register(talent, work('合作的一件', { part: '第一完成人', share: 60, coworkers: [{ name: '陆景明', organisationId: 'cixi-czfy', share: 40 }] }));
    const chosen = [...works.slice(0, 3), shared];
    const { caseId, number } = await draft(talent, 'rural-senior-title', chosen);
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(cixi('employer', 'cxfy'), caseId, 'endorse'));
    const known = async () => doing(bureau, async (call: Call) => ({ ok: true as const, value: await factsOn(call, talent.personId) }), {});
    assert.deepEqual([(await known()).lines['成果']?.source, (await known()).lines['成果']?.evidence], ['institution', number]);
    const open = await step(bureau, caseId, 'pass');
    assert.ok(!open.ok && open.reason === 'sharesOpen' && String(open.detail?.params?.who).includes('陆景明'));
    await doing(mate, answerShare, { workId: shared, agrees: true });
    expectYes(await step(bureau, caseId, 'pass'));
    const { file, sheet } = await app.db.selectFrom('panel').select(['file', 'sheet']).where('subject', '=', caseId).executeTakeFirstOrThrow();
    assert.equal(sheet, 'title-primary-care');
    assert.match(JSON.stringify(file), /合作的一件/);
    assert.doesNotMatch(JSON.stringify(file), /陆景明/, '评委看不到合作者姓名');
    await score(caseId, sheet, 80);
    expectYes(await step(bureau, caseId, 'conclude'));
    expectYes(await step(bureau, caseId, 'decide'));
    assert.equal(await reasonOf(step(bureau, caseId, 'confirm')), 'notYet');
    app.clock.moveTo('2026-12-01');
    await clockTicks('cixi');
    assert.equal((await view(talent, caseId)).outcome, 'granted');
    const [certificate] = (await doing(talent, listCredentials, {})).rows;
    assert.deepEqual([certificate?.name, certificate?.level, certificate?.speciality, certificate?.causeNumber], ['副主任医师', '副高', '全科', number]);
    assert.equal((await doing(cixi('visitor'), checkCredential, { number: certificate?.number ?? '', seal: certificate?.seal ?? '' })).state, 'valid');
    const { facts, lines } = await known();
    assert.deepEqual([facts['职称'], facts['职称名称'], facts['现职称取得日期'], lines['职称']?.evidence], ['副高', '副主任医师', '2026-12-01', certificate?.number]);
    const again = await draft(talent, 'senior-title', [shared]);
    const refused = await step(talent, again.caseId, 'submit');
    assert.ok(!refused.ok);
    assert.deepEqual([refused.reason, refused.detail?.params], ['workUsed', { title: '合作的一件', year: 2026, number, level: '副高' }]);
  });

  it('撤回、退回草稿的案件不占用代表作', async () => {
    const { talent, works } = await doctor('安宁', 'cxfy');
    const { caseId } = await draft(talent, 'rural-senior-title', works);
    const held = () => app.db.selectFrom('work_use').select('state').where('subject', '=', caseId).execute().then((rows) => [...new Set(rows.map(({ state }) => state))]);
    expectYes(await step(talent, caseId, 'submit'));
    assert.deepEqual(await held(), ['entered']);
    expectYes(await step(cixi('employer', 'cxfy'), caseId, 'return', { reason: '缺一份证明' }));
    assert.deepEqual(await held(), ['released']);
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(talent, caseId, 'withdraw'));
    assert.deepEqual(await held(), ['released']);
  });
});

describe('普通副高：分层分类与委托评审', () => {
  const ready = { 下基层天数: 365, 上级进修月数: 6, 学历: '本科' };

  it('类别按单位层级定，选别的层级说明原因', async () => {
    const { talent, works } = await doctor('许宁', 'czfy', ready);
    const { caseId } = await draft(talent, 'senior-title', works.slice(0, 1));
    assert.equal((await view(talent, caseId)).category, 'branch');
    assert.deepEqual((await view(talent, caseId)).categories.map(({ key }) => key), ['branch']);
    assert.equal(await reasonOf(perform(app, talent, saveDraft, { caseId, saved: 1, answers: {}, category: 'cityInstitution' })), 'categoryElsewhere');
  });

  it('受托的医共体自主评审，别的单位和主管部门不能代评；主管部门可退回重评、收回委托', async () => {
    const { talent, works } = await doctor('高远', 'cdfy', ready);
    const { caseId } = await draft(talent, 'senior-title', works.slice(0, 2));
    const [branch, lead] = [cixi('employer', 'cdfy'), cixi('employer', 'cdzy')];
    expectYes(await step(talent, caseId, 'submit'));
    const elsewhere = await step(branch, caseId, 'endorse');
    assert.ok(!elsewhere.ok && elsewhere.reason === 'entrustedElsewhere' && elsewhere.detail?.params?.organisation === '慈东医共体总院');
    expectYes(await step(branch, caseId, 'entrust'));
    assert.equal(await reasonOf(step(branch, caseId, 'pass')), 'entrustedElsewhere');
    assert.equal(await reasonOf(step(bureau, caseId, 'pass')), 'notYourAction');
    assert.equal(await reasonOf(step(cixi('employer', 'czzy'), caseId, 'pass')), 'notFound');
    assert.ok((await doing(lead, listQueue, { view: 'mine', limit: 50 })).rows.some(({ id }) => id === caseId));
    assert.ok(!(await doing(bureau, listQueue, { view: 'mine', limit: 200 })).rows.some(({ id }) => id === caseId), '主管部门只监督，不等它办');
    expectYes(await step(lead, caseId, 'pass'));
    await score(caseId, 'title-branch', 75);
    expectYes(await step(lead, caseId, 'conclude'));
    assert.equal(await reasonOf(step(bureau, caseId, 'return-entrusted')), 'reasonNeeded');
    expectYes(await step(bureau, caseId, 'return-entrusted', { reason: '评委意见没有写明依据' }));
    assert.equal(await doing(bureau, async (call) => ({ ok: true as const, value: await panelState(call, caseId) }), {}), undefined, '原评委解散');
    expectYes(await step(lead, caseId, 'pass'));
    expectYes(await step(bureau, caseId, 'take-back', { reason: '受托单位评委回避不当' }));
    expectYes(await step(bureau, caseId, 'pass'));
    assert.equal((await view(bureau, caseId)).stage, 'panel');
  });

  it('医德在前：多数专家给医德不合格，其余再高也不能通过', async () => {
    const { talent, works } = await doctor('唐行', 'czfy', ready);
    const { caseId } = await draft(talent, 'senior-title', works.slice(0, 1));
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(cixi('employer', 'czfy'), caseId, 'endorse'));
    expectYes(await step(bureau, caseId, 'pass'));
    await score(caseId, 'title-branch', 95, 50);
    assert.equal(await reasonOf(step(bureau, caseId, 'conclude')), 'panelDisqualified');
    expectYes(await step(bureau, caseId, 'reject', { reason: '医德医风未达到要求' }));
  });

  it('没有委托的单位由主管部门评审', async () => {
    const { talent, works } = await doctor('方舟', 'czfy', ready);
    const { caseId } = await draft(talent, 'senior-title', works.slice(0, 1));
    expectYes(await step(talent, caseId, 'submit'));
    assert.equal(await reasonOf(step(cixi('employer', 'czfy'), caseId, 'entrust')), 'notEntrusted');
    expectYes(await step(cixi('employer', 'czfy'), caseId, 'endorse'));
    expectYes(await step(bureau, caseId, 'pass'));
  });

  it('差四十三天的，资格审查不能通过并写明条款和下一步', async () => {
    const { talent, works } = await doctor('周全', 'czfy', { ...ready, 下基层天数: 322 });
    const { caseId } = await draft(talent, 'senior-title', works.slice(0, 1));
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(cixi('employer', 'czfy'), caseId, 'endorse'));
    const refused = await step(bureau, caseId, 'pass');
    assert.ok(!refused.ok);
    assert.equal(refused.reason, 'notEligible');
    assert.match(refused.detail?.fact ?? '', /下基层天数 322/);
  });

  it('全程之后不变量都成立', async () => assert.deepEqual(await brokenInvariants(app.pool), []));
});
