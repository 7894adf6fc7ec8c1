import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readRegions } from '#platform/server/regionFiles.ts';
import { verdictAt, type Outcome } from '#policy/domain/kernel/outcome.ts';
import { decideAll, planFor, tableOf } from '#policy/domain/kernel/population.ts';
import { chooseVersion, type Facts } from '#policy/domain/policy.ts';
import { filedPolicies } from '#policy/server/public.ts';
import { reconcile, type Kept } from './reconcile.ts';
import { offeredResults, standingsOf } from './standing.ts';
import { topQuestions } from './topQuestions.ts';

const day = '2026-11-23';
const policiesOf = (id: string) => {
  const region = readRegions().get(id);
  assert.ok(region);
  const { policies } = filedPolicies(region);
  return [...new Set(policies.filter(({ subject }) => subject === 'person').map(({ code }) => code))].flatMap((code) => chooseVersion(policies, code, day) ?? []);
};

const person: fc.Arbitrary<Facts> = fc.record({
  职称: fc.constantFrom('初级', '中级', '副高'), 学历: fc.constantFrom('大专', '本科', '硕士'), 机构层级: fc.constantFrom('乡镇社区', '县级', '市级'), 专业: fc.constantFrom('康复', '全科', '影像'),
  全职在岗: fc.boolean(), 医德考评较差: fc.boolean(), 年度考核: fc.constantFrom('不合格', '合格', '优秀'), 现职称取得日期: fc.constantFrom('2015-06-30', '2021-11-23', '2021-11-24', '2024-01-01'),
  到岗日期: fc.constantFrom('2010-01-01', '2026-01-01'), 出生日期: fc.constantFrom('1970-01-01', '1990-05-05'), 人员类别: fc.constantFrom('执业医师', '注册护士'), 上级进修月数: fc.nat(8), 下基层天数: fc.nat(500), 下基层月数: fc.nat(20),
}, { requiredKeys: [] });

test('提出、待核实、成问题的，与内核整列判断每人每项相同', () => {
  for (const region of ['putuo', 'cixi']) {
    const policies = policiesOf(region);
    fc.assert(fc.property(fc.array(fc.tuple(person, fc.subarray(['职称', '学历', '现职称取得日期', '机构层级', '全职在岗'])), { minLength: 40, maxLength: 70 }), (told) => {
      const people = told.map(([all, unproven]) => ({ all, sure: Object.fromEntries(Object.entries(all).filter(([name]) => !unproven.includes(name))) as Facts }));
      const standings = standingsOf(policies, people, day);
      for (const [policy, results] of Map.groupBy(offeredResults(policies), (each) => each.policy)) {
        const plan = planFor(policy, day, results.map(({ name }) => name));
        const all = decideAll(plan, tableOf(people.map((each) => each.all), policy, day, plan));
        const sure = decideAll(plan, tableOf(people.map((each) => each.sure), policy, day, plan));
        results.forEach(({ name }, at) => people.forEach((_, index) => {
          const holds = (list: readonly { policy: string; result: string }[] = []) => list.some((each) => each.policy === policy.code && each.result === name);
          const verdict = verdictAt(all[at] as Outcome, index);
          assert.equal(holds(standings[index]?.sure), verdict === 'yes' && verdictAt(sure[at] as Outcome, index) === 'yes');
          assert.equal(holds(standings[index]?.evidence), verdict === 'yes' && verdictAt(sure[at] as Outcome, index) !== 'yes');
          if (holds(standings[index]?.questions)) assert.equal(verdict, 'unknown');
        }));
      }
    }), { numRuns: 25 });
  }
});

test('义务不作为待遇提出；同名的职称结果以本地标准为准', () => {
  const cixi = offeredResults(policiesOf('cixi'));
  assert.deepEqual(cixi.filter(({ name }) => name === '副高申报').map(({ policy }) => policy.code), ['senior-title']);
  assert.ok(!cixi.some(({ name }) => name === '基层副高申报'), '本地标准写明代替的，也不再用全国的');
  assert.ok(cixi.some(({ name, policy }) => name === '正高申报' && policy.code === 'title-conditions'), '本地没有规定的，仍用全国的');
  assert.ok(!cixi.some(({ policy }) => policy.purpose === 'duty'));
  assert.deepEqual(offeredResults(policiesOf('putuo')).filter(({ name }) => name === '副高申报').map(({ policy }) => policy.code), ['title-conditions']);
});

test('重新判断只增该增的、废该废的；确认过的换了版本也不再问', () => {
  const named = (version: string) => ({ policy: 'p', version, result: '甲' });
  const kept = (state: Kept['state'], version = '1'): Kept => ({ ...named(version), id: state, state });
  assert.deepEqual(reconcile([], [named('1')]), { offer: [named('1')], overtaken: [] });
  assert.deepEqual(reconcile([kept('offered')], [named('1')]), { offer: [], overtaken: [] });
  assert.deepEqual(reconcile([kept('offered')], [named('2')]), { offer: [named('2')], overtaken: ['offered'] });
  assert.deepEqual(reconcile([kept('confirmed')], [named('2')]), { offer: [], overtaken: [] });
  assert.deepEqual(reconcile([kept('confirmed')], []), { offer: [], overtaken: [] });
  assert.deepEqual(reconcile([kept('declined')], [named('1')]), { offer: [], overtaken: [] });
  assert.deepEqual(reconcile([kept('declined')], [named('2')]), { offer: [named('2')], overtaken: [] });
});

test('问题按单独可明确的多少排列', () => {
  const question = (result: string, ...missing: string[]) => ({ policy: 'p', version: '1', result, missing });
  const top = topQuestions({ questions: [question('甲', '学历'), question('乙', '学历', '职称'), question('丙', '职称'), question('丁', '职称')] }, 2);
  assert.deepEqual(top.map(({ fact, alone, among }) => [fact, alone.map(({ result }) => result), among]), [['职称', ['丙', '丁'], 1], ['学历', ['甲'], 1]]);
});
