import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { sayIn } from '#platform/domain/words.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { testDatabase, testDay } from '#platform/server/testDatabase.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { ownEntitlements } from '#policy/server/personJudged.ts';
import { addPeople, factsOn, openOrganisations } from '#registry/server/public.ts';
import { demoIdNumber } from '#demo/crowd.ts';
import zh from '../words.zh.ts';
import { agreeToEvaluation, answerObjection, closeEvaluation, confirmEvaluation, objectToEvaluation } from './confirmEvaluation.ts';
import { checkFigureTable, enterFigureTable, saveFigures, startEvaluation, startTerm } from './enterFigures.ts';
import { listEvaluations, listOwnEvaluations, viewEvaluation } from './listEvaluations.ts';

const app = { ...(await testDatabase()), say: (key: string, params?: Record<string, string | number>) => sayIn(zh, key, params) };
expectYes(await performAsClock(app, 'harbin', openOrganisations, {}));
const people = expectYes(await performAsClock(app, 'harbin', addPeople, { people: ['甲', '乙', '丙', '同名', '同名', '外'].map((name, at) => ({
  cause: `test:${at}`, idNumber: demoIdNumber('1980-01-01', at + 1, true), name: `医${name}`, phone: '', facts: [{ kind: '继续教育学分', value: 30 }, { kind: '全职在岗', value: true }],
  employment: { organisationId: name === '外' ? 'harbin-snsq' : 'harbin-jbyy', from: '2020-01-01', post: '医师' }, source: 'import' as const, evidence: '花名册',
})) })).personIds;
const as = <I, O>(actor: Actor, doing: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, doing, input);
const hospital: Actor = { ...visitorActor('harbin'), accountId: 'acc_hr', role: 'employer', organisationId: 'harbin-jbyy', organisationPath: 'harbin.wjw.jbyy' };
const bureau: Actor = { ...visitorActor('harbin'), accountId: 'acc_office', role: 'bureau' };
const talent = (at: number): Actor => ({ ...visitorActor('harbin'), accountId: `acc_${at}`, role: 'talent', personId: people[at] ?? '' });
const of = (at: number, year = 2026) => ({ personId: people[at] ?? '', year });
const good = { appraisal: '优秀', complaints: 0, visits: 800, critical: 20, errors: 0, taught: 10, lectures: 2, credits: 30, outreach: 6, duty: 1 };

const saidBy = async <T>(answer: Promise<Answer<T>>): Promise<string> => {
  const found = await answer;
  assert.ok(!found.ok);
  const said = app.say(`reason.${found.reason}`, found.detail?.params);
  assert.ok(!/[{}]/.test(said), said);
  return said;
};

test('从录入到写入档案：学分由档案带出，缺项不能确认，本人认可后办结，政策即可使用', async () => {
  const { evaluationId } = expectYes(await as(hospital, startEvaluation, of(0)));
  assert.equal(expectYes(await as(hospital, startEvaluation, of(0))).evaluationId, evaluationId, '再开始一次还是同一份');
  assert.deepEqual(expectYes(await as(hospital, viewEvaluation, { evaluationId })).figures, { credits: 30 });
  assert.match(await saidBy(as(hospital, confirmEvaluation, { evaluationId })), /还缺 9 项：医德考评等次、有效投诉/);
  assert.deepEqual(await as(talent(0), viewEvaluation, { evaluationId }), { ok: false, reason: 'notFound' }, '单位确认之前本人看不到');
  expectYes(await as(hospital, saveFigures, { evaluationId, figures: good }));
  expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
  assert.match(await saidBy(as(hospital, saveFigures, { evaluationId, figures: good })), /已经确认或办结/);
  const [own] = expectYes(await as(talent(0), listOwnEvaluations, {})).rows;
  assert.deepEqual([own?.result.tenths, own?.result.level, own?.may.object], [1000, '优秀', true]);
  assert.match(await saidBy(as(bureau, closeEvaluation, { evaluationId })), /异议期到 2026-11-30，本人还没有认可，不能办结/);
  expectYes(await as(talent(0), agreeToEvaluation, { evaluationId }));
  expectYes(await as(bureau, closeEvaluation, { evaluationId }));
  const known = expectYes(await as(bureau, async (call: Call, personId: string) => ({ ok: true as const, value: await factsOn(call, personId) }), people[0] ?? ''));
  assert.equal(known.facts['四要素评价'], '优秀');
  assert.deepEqual([known.lines['四要素评价']?.source, known.lines['四要素评价']?.evidence], ['authority', '卫生人才四要素评价（2023）2026 年度，100.0 分']);
  const judged = JSON.stringify(expectYes(await as(talent(0), ownEntitlements, {})));
  assert.ok(judged.includes('评价激励对象'), '政策按评价结果判断');
});

test('异议成立，退回单位重评；不成立，结果照旧；异议未答复不能办结', async () => {
  const { evaluationId } = expectYes(await as(hospital, startEvaluation, of(1)));
  expectYes(await as(hospital, saveFigures, { evaluationId, figures: { ...good, visits: 400 } }));
  expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
  expectYes(await as(talent(1), objectToEvaluation, { evaluationId, content: '门诊人次少算了下半年' }));
  assert.match(await saidBy(as(bureau, closeEvaluation, { evaluationId })), /异议还没有答复/);
  expectYes(await as(bureau, answerObjection, { evaluationId, upheld: true, content: '核对系统，应为 800 人次' }));
  expectYes(await as(hospital, saveFigures, { evaluationId, figures: { ...good, appraisal: '较差' } }));
  expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
  expectYes(await as(talent(1), objectToEvaluation, { evaluationId, content: '医德考评不实' }));
  assert.match(await saidBy(as(bureau, answerObjection, { evaluationId: 'eva_none', upheld: false, content: '不存在' })), /reason.notFound/);
  expectYes(await as(bureau, answerObjection, { evaluationId, upheld: false, content: '有处分决定为证' }));
  assert.match(await saidBy(as(talent(1), objectToEvaluation, { evaluationId, content: '再提一次' })), /已经认可或提过异议/);
  expectYes(await as(bureau, closeEvaluation, { evaluationId }));
  const view = expectYes(await as(talent(1), viewEvaluation, { evaluationId }));
  assert.deepEqual([view.result.level, view.result.vetoedBy, view.objections.map(({ upheld }) => upheld)], ['不合格', '医德考评等次', [true, false]]);
});

test('期满无异议可以办结，期满后不能再提', async () => {
  const { evaluationId } = expectYes(await as(hospital, startEvaluation, of(2, 2025)));
  expectYes(await as(hospital, saveFigures, { evaluationId, figures: good }));
  expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
  app.clock.moveTo(addDays(testDay, 10));
  assert.match(await saidBy(as(talent(2), objectToEvaluation, { evaluationId, content: '晚了' })), /异议期已于 2026-11-30 结束/);
  expectYes(await as(bureau, closeEvaluation, { evaluationId }));
});

test('任期考核：三个年度都办结才能开始，结果是三年平均', async () => {
  assert.match(await saidBy(as(hospital, startTerm, of(2))), /任期 2024—2026 年应有 3 个年度已办结，现在有 1 个/);
  for (const [year, visits] of [[2024, 400], [2026, 399]] as const) {
    const { evaluationId } = expectYes(await as(hospital, startEvaluation, of(2, year)));
    expectYes(await as(hospital, saveFigures, { evaluationId, figures: { ...good, visits } }));
    expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
    expectYes(await as(talent(2), agreeToEvaluation, { evaluationId }));
    expectYes(await as(bureau, closeEvaluation, { evaluationId }));
  }
  const { evaluationId } = expectYes(await as(hospital, startTerm, of(2)));
  expectYes(await as(hospital, confirmEvaluation, { evaluationId }));
  const view = expectYes(await as(talent(2), viewEvaluation, { evaluationId }));
  assert.deepEqual([view.span, view.result.tenths, view.result.level], ['term', 933, '优秀']);
});

test('别的单位的人、别人的评价，都是“没有”；没有指标的地区说得清', async () => {
  assert.deepEqual(await as(hospital, startEvaluation, of(5)), { ok: false, reason: 'notFound' });
  assert.ok(!expectYes(await as(hospital, listEvaluations, {})).rows.some(({ personId }) => personId === people[5]));
  const [row] = expectYes(await as(bureau, listEvaluations, {})).rows;
  for (const doing of [viewEvaluation, agreeToEvaluation] as const) assert.deepEqual(await as(talent(3), doing as typeof agreeToEvaluation, { evaluationId: row?.evaluationId ?? '' }), { ok: false, reason: 'notFound' });
  const putuo: Actor = { ...hospital, regionId: 'putuo', organisationPath: 'putuo.wjw.rmyy', organisationId: 'putuo-rmyy' };
  assert.equal(expectYes(await as(putuo, listEvaluations, {})).index, null);
  assert.match(await saidBy(as(putuo, startEvaluation, of(0))), /没有人员评价指标/);
});

test('从 Excel 贴入：先看结果，再录入；重名、不在本单位、年度不对、已确认的，整块退回并说出哪一行', async () => {
  const text = '姓名\t年诊治人次\t医德考评等次\n医丙\t700\t优秀';
  const { rows } = expectYes(await as(hospital, checkFigureTable, { year: 2023, text }));
  assert.deepEqual(rows.map(({ name, result }) => [name, result.missing.length]), [['医丙', 7]]);
  assert.equal(expectYes(await as(hospital, listEvaluations, { year: 2023 })).rows.filter(({ evaluationId }) => evaluationId).length, 0, '先看不保存');
  expectYes(await as(hospital, enterFigureTable, { year: 2023, text }));
  const again = expectYes(await as(hospital, enterFigureTable, { year: 2023, text: '姓名\t学术报告\n医丙\t2' }));
  assert.equal(again.entered, 1);
  const [kept] = expectYes(await as(hospital, listEvaluations, { year: 2023 })).rows.filter(({ evaluationId }) => evaluationId);
  assert.deepEqual(expectYes(await as(hospital, viewEvaluation, { evaluationId: kept?.evaluationId ?? '' })).figures, { credits: 30, visits: 700, appraisal: '优秀', lectures: 2 });
  const table: [number, string, RegExp][] = [
    [2026, '姓名\t年诊治人次\n医同名\t1', /第 2 行：本单位有 2 位“医同名”/], [2026, '姓名\t年诊治人次\n医外\t1', /第 2 行：本单位没有“医外”/], [2026, '姓名\t医德考评等次\n医甲\t极好', /第 2 行：医德考评等次只能填优秀、良好、一般、较差/],
    [2026, '姓名\t年诊治人次\n医甲\t1', /第 2 行：这份评价已经确认或办结/], [2010, text, /年度应在 2023 到 2026 之间/],
  ];
  for (const [year, pasted, expected] of table) assert.match(await saidBy(as(hospital, enterFigureTable, { year, text: pasted })), expected);
  assert.deepEqual(await brokenInvariants(app.pool), []);
});
