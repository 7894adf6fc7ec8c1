import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perform } from '#platform/server/call.ts';
import { addPeople } from '#registry/server/public.ts';
import { testCases } from '#cases/server/testCases.ts';
import { exportCohort, listCohort, viewCohort } from './cohort.ts';
import { ownPromotion, tryPromotion } from './ownPromotion.ts';

const { app, as, doing } = await testCases();
const office = as('bureau', 'wjj', '', 'cixi');
const employer = (place: string, under: string) => ({ ...as('employer', place, '', 'cixi'), organisationPath: `cixi.wjj.${under}.${place}` });
const hospital = employer('cxfy', 'cxzy');
let serial = 0;
const enter = async (name: string, organisation: string, facts: Record<string, string | number | boolean>) => {
  serial += 1;
  const { personIds } = await doing(office, addPeople, { people: [{
    cause: `cohort:${serial}`, idNumber: ['110101199003070353', '110101199003071217', '110101199003075592', '110101199003077395', '110101199003072412'][serial - 1] ?? '', name, phone: '', source: 'institution', evidence: '人事档案',
    employment: { organisationId: `cixi-${organisation}`, from: '2010-01-01', post: '医师' },
    facts: Object.entries({ 人员类别: '执业医师', 学历: '本科', 职称: '中级', 机构层级: '乡镇社区', 到岗日期: '2010-01-01', 年度考核: '合格', 医德考评较差: false, 全职在岗: true, ...facts }).map(([kind, value]) => ({ kind, value }))
      .concat([{ kind: '成果', value: { 齐: true, 项: [{ 类型: '病案分析', 级别: '市级', 第一完成人: true }] } as never }]),
  }] });
  return as('talent', '', personIds[0] ?? '', 'cixi');
};
const 三月满 = await enter('三月满', 'cxfy', { 现职称取得日期: '2022-03-15', 下基层天数: 400, 上级进修月数: 3 });
const 差一点 = await enter('差一点', 'cxfy', { 现职称取得日期: '2017-10-01', 下基层天数: 322, 上级进修月数: 2 });
const 缺事实 = await enter('缺事实', 'cxfy', { 现职称取得日期: '2017-10-01', 上级进修月数: 3 });
const asked = { policy: 'senior-title', result: '副高申报' };

test('明年名单：按季度满年限的、差一点的、缺事实的，各在其格，数字打开即是这些人', async () => {
  const { year, people, goals } = await doing(hospital, viewCohort, undefined as never);
  assert.deepEqual([year, people], [2027, 3]);
  const counts = goals.find(({ policy, result }) => policy === asked.policy && result === asked.result)?.counts;
  assert.deepEqual(counts, { already: 0, q1: 1, q2: 0, q3: 0, q4: 0, near: 1, unknown: 1 });
  const quarter = await doing(hospital, listCohort, { ...asked, group: 'q1' });
  assert.deepEqual(quarter.rows.map(({ personId, on }) => [personId, on]), [[三月满.personId, '2027-03-15']]);
  const near = await doing(hospital, listCohort, { ...asked, group: 'near' });
  assert.deepEqual(near.rows.map(({ personId, need, on }) => [personId, need, on]), [[差一点.personId, { postingDays: 43, studyMonths: 1 }, '2027-02-05']]);
  const unknown = await doing(hospital, listCohort, { ...asked, group: 'unknown' });
  assert.deepEqual(unknown.rows.map(({ personId, missing }) => [personId, missing]), [[缺事实.personId, ['下基层天数']]]);
});

test('别家单位看不到这些人；可导出', async () => {
  const elsewhere = await doing(employer('czfy', 'czzy'), viewCohort, undefined as never);
  assert.equal(elsewhere.people, 0);
  assert.match((await doing(hospital, exportCohort, undefined as never)).fileName, /2027.*xlsx$|xlsx$/);
  assert.equal((await perform(app, hospital, listCohort, { policy: '没有', result: '没有', group: 'q1' })).ok, false);
});

test('本人看自己的距离，并试算去下基层和进修', async () => {
  const own = await doing(差一点, ownPromotion, undefined as never);
  const goal = own.goals.find(({ policy, result }) => policy === asked.policy && result === asked.result);
  assert.equal(goal?.reach, 'next');
  assert.deepEqual(goal.effect?.growth, { postingDays: 43, studyMonths: 1 });
  assert.ok(goal.explained.lines.some(({ clause, mark }) => clause === '下基层一年' && mark === 'no'));
  const tried = await doing(差一点, tryPromotion, { postingDays: 60, studyMonths: 1 });
  assert.equal(tried.effects.find(({ policy, result }) => policy === asked.policy && result === asked.result)?.effect.from, '2027-02-22');
});
