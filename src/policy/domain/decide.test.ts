import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { dmnOf } from './dmn.ts';
import { unlocks } from './unlocks.ts';
import { allot, chooseVersion, contradictions, decide, differences, explain, loadDictionary, loadPolicy, timeline, type Facts, type Policy } from './policy.ts';

const loaded = loadDictionary(readFileSync(new URL('../../../regions/china/facts.yaml', import.meta.url), 'utf8'));
assert.ok(loaded.ok);
const dictionary = loaded.value;

function policy(body: string, head = ''): Policy {
  const read = loadPolicy(`政策: trial\n名称: 试行\n版本: "1"\n施行: { 起: 2024-01-01 }\n依据: { 文: { 名: 试行办法 } }\n${head}${body}\n测试: [{ 例: 无, 期: {} }]\n`, dictionary);
  assert.ok(read.ok, JSON.stringify(read.ok || read.problems));
  return read.value;
}
const one = (condition: string): Policy => policy(`结果: { 有: { 据: 文, 当: '${condition}', 资格: 有 } }`);
const verdict = (condition: string, facts: Facts, asOf = '2026-06-30') => decide(one(condition), facts, asOf).results['有']?.verdict;
const shipped = (path: string): Policy => {
  const read = loadPolicy(readFileSync(new URL(`../../../regions/${path}`, import.meta.url), 'utf8'), dictionary);
  assert.ok(read.ok);
  return read.value;
};

test('三值：缺的事实不作否，也不遮住已能确定的结论', () => {
  assert.equal(verdict('全职在岗 且 受处分', {}), 'unknown');
  assert.equal(verdict('全职在岗 且 受处分', { 全职在岗: false }), 'no');
  assert.equal(verdict('全职在岗 或 受处分', { 受处分: true }), 'yes');
  assert.equal(verdict('非 全职在岗', {}), 'unknown');
  assert.equal(verdict('已知(全职在岗)', {}), 'no');
  assert.equal(verdict('学历 != "博士"', {}), 'unknown');
});

test('周岁依历法：二月二十九日出生的，平年三月一日满一岁', () => {
  const born = { 出生日期: '2004-02-29' };
  assert.equal(verdict('周岁(出生日期, 基准日) >= 21', born, '2025-02-28'), 'no');
  assert.equal(verdict('周岁(出生日期, 基准日) >= 21', born, '2025-03-01'), 'yes');
  assert.equal(verdict('周岁(出生日期, 基准日) >= 20', born, '2024-02-29'), 'yes');
});

test('等级按高低比，不按文字比', () => {
  assert.equal(verdict('学历 >= "本科"', { 学历: '硕士' }), 'yes');
  assert.equal(verdict('学历 >= "本科"', { 学历: '大专' }), 'no');
});

test('列表不齐时计数是区间', () => {
  const works = (complete: boolean, ...levels: string[]) => ({ 成果: { 齐: complete, 项: levels.map((level) => ({ 级别: level })) } });
  const two = '计数(成果[级别 >= "省级"]) >= 2';
  assert.equal(verdict(two, works(false, '省级')), 'unknown');
  assert.equal(verdict(two, works(false, '省级', '国家级')), 'yes');
  assert.equal(verdict(two, works(true, '省级')), 'no');
  assert.equal(verdict('计数(成果[级别 >= "省级"]) < 2', works(false, '省级', '国家级')), 'no');
});

test('叠加：取最高、累加封顶、补差、排斥', () => {
  const grants = policy(`结果:
  甲: { 据: 文, 组: 扶持, 当: 全职在岗, 金额: 30万元 }
  乙: { 据: 文, 组: 扶持, 当: 博士后, 金额: 20万元 }
  丙: { 据: 文, 组: 住房, 当: 本市无房, 金额: 10万元 }
叠加:
  扶持: { 规则: 取最高 }
  补: { 规则: 补差, 组: [扶持], 已享: 已获培养费用 * 100 }
  住: { 规则: 排斥, 组: [住房], 若: 已享受市级同类扶持 }
  总: { 规则: 累加封顶, 组: [补, 住], 封顶: 35万元 }`);
  const total = (facts: Facts) => decide(grants, facts, '2026-06-30').total;
  const all = { 全职在岗: true, 博士后: true, 本市无房: true, 已获培养费用: 0, 已享受市级同类扶持: false };
  assert.deepEqual(total(all), { sure: 35_000_000, possible: 35_000_000 });
  assert.deepEqual(total({ ...all, 已获培养费用: 120_000 }), { sure: 28_000_000, possible: 28_000_000 });
  assert.deepEqual(total({ ...all, 已享受市级同类扶持: true }), { sure: 30_000_000, possible: 30_000_000 });
  assert.deepEqual(total({ ...all, 已享受市级同类扶持: undefined }), { sure: 30_000_000, possible: 35_000_000 });
  assert.deepEqual(total({ ...all, 已获培养费用: undefined }), { sure: 10_000_000, possible: 35_000_000 });
});

test('没有值的待核参数不是零，也不是否', () => {
  const open = policy(`结果: { 有: { 据: 文, 当: '周岁(出生日期, 基准日) <= 上限', 金额: 数额 } }`, '参数: { 上限: { 型: 整数, 待核: true }, 数额: { 型: 整数, 待核: true } }\n');
  const { results, total } = decide(open, { 出生日期: '1990-01-01' }, '2026-06-30');
  assert.deepEqual([results['有']?.verdict, results['有']?.open, results['有']?.missing, total], ['unknown', ['上限'], [], { sure: 0, possible: null }]);
});

test('例外互相矛盾的，找出这样的人', () => {
  const clauses = (second: string) => policy(`条款:
  年龄: { 据: 文, 则: '周岁(出生日期, 基准日) <= 45' }
  高层次: { 据: 文, 例外于: 年龄, 当: 人才分类 >= "C类", 则: 真 }
  柔性: { 据: 文, 例外于: 年龄, 当: 用工方式 = "柔性引才", 则: '${second}' }
结果: { 有: { 据: 文, 当: 年龄, 资格: 有 } }`);
  const [found] = contradictions(clauses('周岁(出生日期, 基准日) <= 60'));
  assert.deepEqual(found?.exceptions, ['高层次', '柔性']);
  assert.equal(found?.witness['用工方式'], '柔性引才');
  assert.deepEqual(contradictions(clauses('真')), []);
});

test('说明：条款、条文、事实、缺什么、最省事的办法', () => {
  const facts: Facts = { 人员类别: '执业医师', 学历: '本科', 职称: '中级', 现职称取得日期: '2022-03-01', 机构层级: '县级', 年度考核: '合格', 医德考评较差: false, 下基层天数: 365, 上级进修月数: 4, 成果: { 齐: false, 项: [] } };
  const why = explain(shipped('cixi/policies/senior-title/2026.yaml'), '副高申报', facts, '2026-06-30');
  const line = (clause: string) => why.lines.find((each) => each.clause === clause);
  assert.equal(why.verdict, 'no');
  assert.deepEqual([line('学历资历')?.mark, line('学历资历')?.article, line('学历资历')?.document], ['no', '评价基本标准', '关于深化卫生专业技术人员职称制度改革的指导意见']);
  assert.deepEqual(line('代表作')?.missing, ['成果']);
  assert.equal(line('代表作')?.unverified, true);
  const [way] = why.ways;
  assert.deepEqual(way?.steps.map(({ act, fact, short, unit, on }) => [act, fact, short, unit, on]), [
    ['wait', '现职称取得日期', 244, 'day', '2027-03-01'], ['improve', '上级进修月数', 2, 'number', undefined], ['supply', '成果', undefined, undefined, undefined],
  ]);
});

test('例外生效时，说明里写明替代了哪一条', () => {
  const facts: Facts = { 人员类别: '执业医师', 学历: '大专', 职称: '中级', 现职称取得日期: '2018-06-30', 机构层级: '乡镇社区', 到岗日期: '2005-01-01' };
  const why = explain(shipped('cixi/policies/senior-title/2026.yaml'), '副高申报', facts, '2026-06-30');
  assert.deepEqual(why.lines.filter(({ insteadOf }) => insteadOf).map(({ clause, insteadOf, mark }) => [clause, insteadOf, mark]), [
    ['学历资历基层', '学历资历', 'yes'], ['代表作基层', '代表作', 'unknown'],
  ]);
});

test('时间线：若别的不变，从哪一天起是', () => {
  const line = timeline(one('周年(现职称取得日期, 基准日) >= 5 且 周岁(出生日期, 基准日) <= 45'), '有', { 现职称取得日期: '2022-02-28', 出生日期: '1984-02-29' }, '2026-06-30');
  assert.deepEqual(line, { now: 'no', becomes: '2027-02-28', changes: [{ on: '2027-02-28', verdict: 'yes' }, { on: '2030-03-01', verdict: 'no' }] });
});

test('时间线：参数逐年更换，按更换后的值算', () => {
  const yearly = policy(`结果: { 有: { 据: 文, 当: '基准日 <= 截止日', 资格: 有 } }`, '参数: { 截止日: { 据: 文, 值按日: [{ 起: 2026-01-01, 值: 2026-03-31 }, { 起: 2027-01-01, 值: 2027-04-30 }] } }\n');
  assert.deepEqual(timeline(yearly, '有', {}, '2026-06-30').changes, [{ on: '2027-01-01', verdict: 'yes' }, { on: '2027-05-01', verdict: 'no' }]);
});

test('时间线与逐日判断一致', () => {
  const condition = '周年(入, 基准日) >= 2 且 非 (周岁(生, 基准日) >= 30) 或 入 < 2024-01-15'.replaceAll('入', '到岗日期').replaceAll('生', '出生日期');
  const dates = fc.constantFrom('1996-02-29', '1996-03-01', '2022-02-28', '2023-12-31', '2024-02-29', '2025-06-30');
  fc.assert(fc.property(dates, dates, (hired, born) => {
    const facts = { 到岗日期: hired, 出生日期: born };
    const { now, changes } = timeline(one(condition), '有', facts, '2024-02-01', 4);
    const at = (day: string) => changes.findLast(({ on }) => on <= day)?.verdict ?? now;
    for (const day of ['2024-02-28', '2024-02-29', '2024-03-01', '2024-06-30', '2025-02-28', '2025-12-31', '2026-02-27', '2026-02-28', '2026-03-01', '2027-06-30', '2027-07-01']) {
      assert.equal(at(day), verdict(condition, facts, day), day);
    }
  }));
});

test('补齐或做到最省事的办法，结论就是是', () => {
  const pack = shipped('putuo/policies/talent-development/2.0.yaml');
  const facts: Facts = { 出生日期: '1983-05-01', 学历: '硕士', 职称: '副高', 全职在岗: true, 年度考核: '合格', 人才分类: '无', 成果: { 齐: true, 项: [{ 级别: '省级', 第一完成人: true }] } };
  const [way] = explain(pack, '学科带头人', facts, '2024-06-30').ways;
  assert.deepEqual(way?.steps.map(({ act, fact }) => [act, fact]), [['supply', '医德考评较差'], ['improve', '成果']]);
  const done: Facts = { ...facts, 医德考评较差: false, 成果: { 齐: true, 项: [{ 级别: '省级', 第一完成人: true }, { 级别: '省级', 第一完成人: true }] } };
  assert.equal(decide(pack, done, '2024-06-30').results['学科带头人']?.verdict, 'yes');
});

test('等到的那一天若已超龄，就不说等一等', () => {
  const facts = { 现职称取得日期: '2022-02-28', 出生日期: '1980-01-01' };
  const condition = '周年(现职称取得日期, 基准日) >= 5 且 周岁(出生日期, 基准日) <= ';
  assert.deepEqual(explain(one(`${condition}46`), '有', facts, '2026-06-30').ways, []);
  assert.equal(explain(one(`${condition}47`), '有', facts, '2026-06-30').ways[0]?.steps[0]?.on, '2027-02-28');
});

test('只需等待的办法，到那一天结论确实是是', () => {
  const pack = shipped('china/policies/title-conditions/2021.yaml');
  const dates = fc.constantFrom('2012-02-29', '2016-06-30', '2018-07-01', '2020-02-29', '2022-03-01', '2025-12-31');
  const person = fc.record({
    学历: fc.constantFrom('中专', '大专', '本科', '硕士', '博士'), 职称: fc.constantFrom('初级', '中级', '副高'), 机构层级: fc.constantFrom('乡镇社区', '县级', '市级'), 现职称取得日期: dates, 执业注册日期: dates, 住培合格日期: dates,
    住培合格: fc.boolean(), 全职在岗: fc.constant(true), 年度考核: fc.constant('合格'), 医德考评较差: fc.constant(false),
  });
  let waits = 0;
  fc.assert(fc.property(person, (facts) => {
    for (const result of Object.keys(pack.results)) {
      for (const { steps } of explain(pack, result, facts, '2026-06-30').ways.filter((way) => way.steps.every(({ act }) => act === 'wait'))) {
        const last = steps.map(({ on }) => on ?? '').toSorted().at(-1) ?? '';
        assert.equal(decide(pack, facts, last).results[result]?.verdict, 'yes', `${result} ${last}`);
        waits += 1;
      }
    }
  }));
  assert.ok(waits > 10);
});

test('同一天用哪一版', () => {
  const versions = ['1.0', '2.0'].map((version) => shipped(`putuo/policies/talent-development/${version}.yaml`));
  assert.equal(chooseVersion(versions, 'talent-development', '2023-10-15')?.version, '1.0');
  assert.equal(chooseVersion(versions, 'talent-development', '2023-10-16')?.version, '2.0');
  assert.equal(chooseVersion(versions, 'talent-development', '2018-12-31'), undefined);
});

test('两版的差别逐条列出', () => {
  const [before, after] = ['2016', '2023'].map((version) => shipped(`changsha/policies/grassroots-service/${version}.yaml`)) as [Policy, Policy];
  const rows = differences(before, after);
  assert.deepEqual(rows.find(({ name }) => name === '累计月数'), { kind: 'parameter', name: '累计月数', change: 'changed', before: '6', after: '12' });
  assert.equal(rows.find(({ name }) => name === '基层连续五年免')?.change, 'removed');
  assert.deepEqual(differences(after, after), []);
});

test('名额按序分配，同分不暗中取舍', () => {
  const claims = [{ id: '甲', rank: 1, need: 1 }, { id: '乙', rank: 2, need: 1 }, { id: '丙', rank: 2, need: 1 }, { id: '丁', rank: 3, need: 1 }];
  assert.deepEqual(allot(claims, 2), { served: ['甲'], tied: ['乙', '丙'], waiting: ['丁'], left: 1 });
  assert.deepEqual(allot(claims, 3), { served: ['甲', '乙', '丙'], tied: [], waiting: ['丁'], left: 0 });
});

test('缺哪一项材料能解开最多的未知', () =>
  assert.deepEqual(unlocks([['学历'], ['学历'], ['职称', '学历'], ['职称']]), [{ fact: '学历', alone: 2, among: 1 }, { fact: '职称', alone: 1, among: 1 }]));

test('输出 DMN：条款为表达式，结果为决策表，等级写成取值', () => {
  const text = dmnOf(shipped('cixi/policies/senior-title/2026.yaml'), '2026-06-30');
  const table = text.slice(text.indexOf('id="result_副高申报"'));
  assert.ok(text.includes('list contains([&quot;本科&quot;, &quot;硕士&quot;, &quot;博士&quot;], 学历)'));
  assert.ok(text.includes('if list contains([&quot;村级&quot;, &quot;乡镇社区&quot;], 机构层级) then 学历资历基层 else'));
  assert.ok(text.includes('count(成果[(list contains([&quot;市级&quot;'));
  assert.ok(table.includes('hitPolicy="FIRST"') && table.includes('&quot;可申报副高&quot;'));
  assert.equal(text.match(/<(?!\?|\/)[^>]*[^/]>/g)?.length, text.match(/<\//g)?.length, '标签成对');
});
