import { expectYes, type Answer } from '#platform/domain/answer.ts';
import type { Actor, Role } from '#platform/domain/actor.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { openPools } from '#ledger/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { addExpert, giveScore, panelState } from '#review/server/public.ts';
import { advanceCase } from './advanceCase.ts';
import { openCase } from './openCase.ts';
import { openRound } from './openRound.ts';
import { publishProgrammes } from './publishProgrammes.ts';
import { runClock } from './runClock.ts';
import { saveDraft } from './saveDraft.ts';
import { viewCase } from './viewCase.ts';

/** A database with two regions at work: organisations, pools, programmes; and the people who act in the tests of cases. */
export async function testCases() {
  const app = await testDatabase();
  const as = (role: Role, place = '', personId = '', regionId = 'putuo'): Actor => ({
    accountId: `acc_${role}_${personId || place}`, personId, role, regionId, organisationId: place && `${regionId}-${place}`, organisationPath: place && (place === 'wjw' || place === 'wjj' ? `${regionId}.${place}` : `${regionId}.${regionId === 'cixi' ? 'wjj' : 'wjw'}.${place}`),
  });
  const bureau = as('bureau', 'wjw');
  const hr = as('employer', 'zxyy');
  const doing = <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, what, input).then(expectYes);
  for (const office of [bureau, as('bureau', 'wjj', '', 'cixi')]) {
    await doing(office, openOrganisations, {});
    await doing(office, openPools, {});
    await doing(office, publishProgrammes, {});
  }
  let serial = 0;
  const idNumber = () => { serial += 1; const body = `310107198504${String(10 + (serial % 18)).padStart(2, '0')}${String(serial).padStart(3, '0')}`; return body + idChecksum(body); };

  const enter = async (actor: Actor, name: string, organisationId: string | undefined, facts: Record<string, string | boolean>) => {
    const entry = {
      cause: `test:${serial}`, idNumber: idNumber(), name, phone: '', source: 'institution' as const, evidence: '人事档案', employment: organisationId ? { organisationId, from: '2020-01-01', post: '医师' } : undefined,
      facts: Object.entries(facts).map(([kind, value]) => ({ kind, value })),
    };
    return (await doing(actor, addPeople, { people: [entry] })).personIds[0] ?? '';
  };

  /** A doctor who is entitled as 紧缺专业人才 under the policy of 2023. */
  const doctor = async (name: string, facts: Record<string, string | boolean> = {}): Promise<Actor> => {
    const told = {
      学历: '硕士', 学位: '硕士', 毕业院校: '某医科大学', 所学专业: '全科医学', 职称: '中级', 专业: '康复', 全职在岗: true, 年度考核: '优秀', 医德考评较差: false, 已享受市级同类扶持: false, 到岗日期: '2024-03-01', 人才分类: '无',
      政治面貌: '群众', 参加工作日期: '2015-07-01', 毕业日期: '2015-06-30', 职称名称: '主治医师', 现职称取得日期: '2021-12-01', 执业范围: '康复医学专业', 科室: '康复科', ...facts,
    };
    const personId = await enter(hr, name, 'putuo-zxyy', told);
    return as('talent', '', personId);
  };

  /** Somebody from elsewhere who is in the file of Cixi but works nowhere there. */
  const stranger = async (name: string): Promise<Actor> =>
    as('talent', '', await enter(as('bureau', 'wjj', '', 'cixi'), name, undefined, { 学历: '本科', 毕业院校: '某医科大学', 所学专业: '医学影像', 专业: '影像' }), 'cixi');

  const expert = async (name: string): Promise<Actor> => {
    const personId = await enter(bureau, name, 'putuo-rmyy', {});
    await doing(bureau, addExpert, { personId, organisationId: 'putuo-rmyy', fields: ['康复'], level: '正高', external: false, from: '2026-01-01', to: '2028-12-31' });
    return as('reviewer', '', personId);
  };

  const round = async () => (await doing(bureau, openRound, { programme: 'talent-recognition', version: 1, title: '人才引进认定批次', opensOn: `${app.clock.today().slice(0, 4)}-01-01`, closesOn: `${app.clock.today().slice(0, 4)}-12-31` })).roundId;

  const written = { achievement: '近五年主持康复病区建设', fit: '补区内康复医师缺口', promise: true };

  /** A draft filled in and ready to submit. */
  const draftOf = async (talent: Actor, roundId: string) => {
    const { caseId } = await doing(talent, openCase, { programme: 'talent-recognition', roundId });
    await doing(talent, saveDraft, { caseId, saved: 0, answers: written, category: 'shortage' });
    return caseId;
  };
  const view = (actor: Actor, caseId: string) => doing(actor, viewCase, { caseId });
  /** Takes a step with whatever count the case is at. */
  const step = async (actor: Actor, caseId: string, action: string, more: object = {}) => {
    const { step_count } = await app.db.selectFrom('case').select('step_count').where('id', '=', caseId).executeTakeFirstOrThrow();
    return perform(app, actor, advanceCase, { caseId, action, seen: step_count, ...more });
  };
  const score = async (experts: Actor[], caseId: string) => {
    const panel = await doing(bureau, async (call) => ({ ok: true as const, value: await panelState(call, caseId) }), {});
    for (const each of experts) await perform(app, each, giveScore, { panelId: panel?.panelId ?? '', marks: { ethics: 9, clinical: 30, discipline: 20, research: 12, service: 13 }, opinion: '' });
  };
  const clockTicks = (regionId = 'putuo') => performAsClock(app, regionId, runClock, {}).then(expectYes);

  /** From a draft to the notice: submitted, endorsed, screened, scored, decided. */
  const toNotice = async (talent: Actor, roundId: string, experts: Actor[], amountFen = 8_000_000) => {
    const caseId = await draftOf(talent, roundId);
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(hr, caseId, 'endorse'));
    expectYes(await step(bureau, caseId, 'pass'));
    await score(experts, caseId);
    expectYes(await step(bureau, caseId, 'conclude'));
    expectYes(await step(bureau, caseId, 'decide', { amountFen, category: 'shortage' }));
    return caseId;
  };
  return { app, as, bureau, hr, doctor, stranger, expert, round, draftOf, view, step, score, clockTicks, toNotice, written, doing };
}
