import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays } from '#platform/clock/workingDays.ts';
import { readRegions } from '#platform/server/regionFiles.ts';
import { chooseVersion, decide, type Facts } from '#policy/domain/policy.ts';
import { filedPolicies, judge } from '#policy/server/public.ts';
import { cohortOf } from './cohort.ts';
import { doneOn, grown } from './growth.ts';
import { effectOf, goalsOf, promotionOf } from './promotion.ts';

const today = '2026-11-23';
const policiesOn = (id: string, day: string) => {
  const region = readRegions().get(id);
  assert.ok(region);
  const { policies } = filedPolicies(region);
  return [...new Set(policies.filter(({ subject }) => subject === 'person').map(({ code }) => code))].flatMap((code) => chooseVersion(policies, code, day) ?? []);
};
const goal = (region: string, code: string, name: string) => {
  const found = goalsOf(policiesOn(region, today)).find((each) => each.policy.code === code && each.name === name);
  assert.ok(found, name);
  return found;
};

/** A township doctor of twenty years, as story 4 tells it. */
const 柏舟: Facts = {
  人员类别: '执业医师', 学历: '大专', 职称: '中级', 现职称取得日期: '2017-10-01', 机构层级: '乡镇社区', 到岗日期: '2006-08-21', 年度考核: '良好', 医德考评较差: false, 业绩突出: true, 下基层天数: 322, 上级进修月数: 2,
  乡镇服务起始日期: '2006-08-21', 成果: { 齐: true, 项: [{ 类型: '病案分析', 级别: '市级', 第一完成人: true }] },
};

test('乡镇二十年的医生：基卫高已可报；普通副高差 43 天下基层和 1 个月进修，写明最早何日可报', () => {
  assert.equal(promotionOf(goal('cixi', 'rural-senior-title', '基卫高单列'), 柏舟, today).reach, 'open');
  const ordinary = promotionOf(goal('cixi', 'senior-title', '副高申报'), 柏舟, today);
  assert.equal(ordinary.reach, 'next');
  assert.deepEqual(ordinary.effect, { growth: { postingDays: 43, studyMonths: 1 }, doneOn: '2027-02-05', verdict: 'yes', from: '2027-02-05' });
});

test('只下基层六十天不进修，仍不可报；补一月进修后可报之日顺延', () => {
  const ordinary = goal('cixi', 'senior-title', '副高申报');
  assert.equal(effectOf(ordinary, 柏舟, today, { postingDays: 60, studyMonths: 0 }).from, null);
  assert.equal(effectOf(ordinary, 柏舟, today, { postingDays: 60, studyMonths: 1 }).from, '2027-02-22');
});

test('下基层期满而年限未到，最早之日由年限定', () => {
  const later = effectOf(goal('cixi', 'senior-title', '副高申报'), { ...柏舟, 学历: '本科', 现职称取得日期: '2022-03-01' }, today, { postingDays: 60, studyMonths: 1 });
  assert.deepEqual([later.verdict, later.from], ['no', '2027-03-01']);
});

test('没有登记过的天数，不因去一次就变成已知', () => {
  const { 下基层天数: _, ...unsaid } = 柏舟;
  assert.equal(grown(unsaid, goal('cixi', 'senior-title', '副高申报').policy.dictionary, { postingDays: 43, studyMonths: 1 }).下基层天数, undefined);
});

test('要先取得别的职称的，列为以后', () => {
  assert.equal(promotionOf(goal('cixi', 'title-conditions', '正高申报'), 柏舟, today).reach, 'later');
  assert.equal(promotionOf(goal('cixi', 'title-conditions', '主治报考'), 柏舟, today).reach, 'closed');
});

test('先下基层、后进修，按历日和历月相加', () => {
  assert.equal(doneOn('2026-11-23', { postingDays: 43, studyMonths: 1 }), '2027-02-05');
  assert.equal(doneOn('2026-12-31', { postingDays: 0, studyMonths: 2 }), '2027-02-28');
});

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days));
const person: fc.Arbitrary<Facts> = fc.record({
  人员类别: fc.constantFrom('执业医师', '注册护士'), 职称: fc.constantFrom('初级', '中级', '副高'), 学历: fc.constantFrom('中专', '大专', '本科', '硕士', '博士'), 机构层级: fc.constantFrom('乡镇社区', '县级', '市级'),
  专业: fc.constantFrom('康复', '全科', '影像'), 全职在岗: fc.boolean(), 医德考评较差: fc.boolean(), 年度考核: fc.constantFrom('不合格', '合格', '优秀'), 业绩突出: fc.boolean(),
  现职称取得日期: fc.integer({ min: 0, max: 4500 }).map((days) => addDays('2014-01-01', days)), 到岗日期: fc.constantFrom('2006-08-21', '2020-01-01'), 出生日期: fc.constantFrom('1970-01-01', '1985-05-05', '1992-02-29'),
  乡镇服务起始日期: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2005-01-01', days)), 住培合格: fc.boolean(), 住培合格日期: fc.constantFrom('2018-06-30', '2024-06-30'), 执业注册日期: fc.constantFrom('2016-06-30', '2022-06-30'),
  上级进修月数: fc.nat(8), 下基层天数: fc.nat(500), 下基层月数: fc.nat(20),
  成果: fc.record({ 齐: fc.boolean(), 项: fc.array(fc.record({ 类型: fc.constantFrom('论文', '病案分析'), 级别: fc.constantFrom('院级', '市级', '省级'), 第一完成人: fc.boolean() }), { maxLength: 3 }) }),
}, { requiredKeys: [] });
const regions = fc.constantFrom('putuo', 'cixi', 'changsha');

test('导航与正式审核相等：任何人、任何一天，结论、缺什么、哪天起都相同', () => {
  fc.assert(fc.property(regions, person, anyDay, (region, facts, day) => {
    for (const each of goalsOf(policiesOn(region, day))) {
      const formal = judge(each.policy, facts, day).results.find(({ name }) => name === each.name);
      const own = promotionOf(each, facts, day);
      assert.equal(own.verdict, formal?.verdict);
      assert.equal(own.becomes, formal?.becomes ?? null);
      if (own.becomes === null) continue;
      assert.equal(decide(each.policy, facts, own.becomes).results[each.name]?.verdict, 'yes', '到那一天正式审核为是');
      assert.notEqual(decide(each.policy, facts, addDays(own.becomes, -1)).results[each.name]?.verdict, 'yes', '前一天还不是');
    }
  }), { numRuns: 120 });
});

test('试算与正式审核相等：按试算之日和届时的事实去正式审核，结论为是', () => {
  fc.assert(fc.property(regions, person, anyDay, fc.nat(400), fc.nat(8), (region, facts, day, postingDays, studyMonths) => {
    for (const each of goalsOf(policiesOn(region, day))) {
      const { from, doneOn: done } = effectOf(each, facts, day, { postingDays, studyMonths });
      const after = grown(facts, each.policy.dictionary, { postingDays, studyMonths });
      if (from === null) { assert.notEqual(decide(each.policy, after, done).results[each.name]?.verdict, 'yes'); continue; }
      assert.equal(judge(each.policy, after, from).results.find(({ name }) => name === each.name)?.verdict, 'yes');
      if (from > done) assert.notEqual(decide(each.policy, after, addDays(from, -1)).results[each.name]?.verdict, 'yes');
    }
  }), { numRuns: 120 });
});

test('明年名单与正式审核相等：每人每季度逐日核对', () => {
  const ends = { already: ['', '2026-12-31'], q1: ['2026-12-31', '2027-03-31'], q2: ['2027-03-31', '2027-06-30'], q3: ['2027-06-30', '2027-09-30'], q4: ['2027-09-30', '2027-12-31'] } as const;
  fc.assert(fc.property(regions, fc.array(person, { minLength: 5, maxLength: 20 }), (region, people) => {
    for (const each of goalsOf(policiesOn(region, today))) {
      const on = (index: number, day: string) => decide(each.policy, people[index] ?? {}, day).results[each.name]?.verdict;
      const members = new Map(cohortOf(each, people, today).map((member) => [member.index, member]));
      people.forEach((facts, index) => {
        const member = members.get(index);
        if (!member) { assert.notEqual(on(index, '2026-12-31'), 'yes'); assert.notEqual(on(index, '2027-12-31'), 'yes'); return; }
        if (member.group === 'unknown') { assert.equal(on(index, '2027-12-31'), 'unknown'); assert.ok(member.missing.length > 0); return; }
        if (member.group === 'near') {
          assert.equal(on(index, '2027-12-31'), 'no');
          assert.ok(member.need && member.on);
          assert.equal(decide(each.policy, grown(facts, each.policy.dictionary, member.need), member.on).results[each.name]?.verdict, 'yes');
          return;
        }
        const [before, end] = ends[member.group];
        assert.equal(on(index, end), 'yes');
        if (before) { assert.notEqual(on(index, before), 'yes'); assert.ok(member.on && member.on > before && member.on <= end); assert.equal(on(index, member.on), 'yes'); }
      });
    }
  }), { numRuns: 15 });
});
