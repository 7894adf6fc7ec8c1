import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import words from '../words.zh.ts';
import { loadDictionary, loadPolicy } from './policy.ts';

const loaded = loadDictionary(readFileSync(new URL('../../../regions/china/facts.yaml', import.meta.url), 'utf8'));
assert.ok(loaded.ok);
const dictionary = loaded.value;

const good = `政策: trial
名称: 试行
版本: "1.0"
施行: { 起: 2024-01-01 }
依据:
  办法: { 名: 试行办法, 日期: 2024-01-01 }
参数:
  年龄上限: { 值: 45, 据: 办法#二 }
条款:
  年龄: { 据: 办法#二, 则: '周岁(出生日期, 基准日) <= 年龄上限' }
  资历: { 据: 办法#三, 则: 职称 >= "副高" 且 年龄 }
结果:
  人才: { 据: 办法#四, 当: 资历, 资格: 人才 }
测试:
  - { 例: 够, 给: { 出生日期: 1990-01-01, 职称: 副高 }, 期: { 人才: 是 } }
`;

/** The sentence an official reads for the first problem, with its place. */
function told(from: string, to: string): string {
  assert.ok(good.includes(from), from);
  const read = loadPolicy(good.replace(from, to), dictionary);
  assert.ok(!read.ok, `accepted: ${to}`);
  const { reason, line, column, params } = read.problems[0] as (typeof read.problems)[number];
  const sentence = (words as Record<string, string>)[`reason.${reason}`];
  assert.ok(sentence, `no words for ${reason}`);
  return `${line}:${column} ${sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? `{${name}}`))}`;
}

type Row = [from: string, to: string, told: RegExp];
const rows: Record<string, Row[]> = {
  不认识的项: [
    ['版本:', '版号:', /^3:1 没有“版号”这一项；相近的有：.*版本/],
    ['依据:\n', '附件: 无\n依据:\n', /^5:1 没有“附件”这一项/],
    ['{ 起: 2024-01-01 }', '{ 起: 2024-01-01, 至: 2025-01-01 }', /^4:22 没有“至”这一项/],
    ['名: 试行办法', '名称: 试行办法', /^6:9 没有“名称”这一项/],
    ['{ 值: 45, 据: 办法#二 }', '{ 值: 45, 单位: 岁, 据: 办法#二 }', /^8:\d+ 没有“单位”这一项/],
    ['则: 职称', '那么: 职称', /^11:\d+ (没有“那么”这一项|缺少“则”一项)/],
    ['资格: 人才 }', '资格: 人才, 备注: 无 }', /^13:\d+ 没有“备注”这一项/],
    ['期: { 人才: 是 }', '期: { 人才: 是 }, 注: 无', /^15:\d+ 没有“注”这一项/],
    ['结果:\n', '公式: {}\n结果:\n', /^12:1 没有“公式”这一项/],
    ['当: 资历', '当: 资历, 如果: 年龄', /^13:\d+ 没有“如果”这一项/],
  ],
  全角符号: [
    ['<= 年龄上限', '＜= 年龄上限', /^10:\d+ “＜”是全角符号，请改用半角“<”/], ['>= "副高"', '＞= "副高"', /^11:24 “＞”是全角符号，请改用半角“>”/],
    ['周岁(出生', '周岁（出生', /“（”是全角符号，请改用半角“\(”/], ['基准日)', '基准日）', /“）”是全角符号/], ['出生日期, 基准日', '出生日期，基准日', /“，”是全角符号，请改用半角“,”/],
    ['"副高"', '“副高”', /“““是全角符号|““”是全角符号/], ['<= 年龄上限', '＝ 年龄上限', /“＝”是全角符号，请改用半角“=”/], ['<= 年龄上限', '<= 年龄上限 － 1', /“－”是全角符号，请改用半角“-”/],
    ['<= 年龄上限', '<= 年龄上限 × 2', /“×”是全角符号，请改用半角“\*”/], ['且 年龄', '；年龄', /“；”是全角符号/],
  ],
  没有定义的名称: [
    ['则: 职称', '则: 职秤', /^11:\d+ 没有名为“职秤”的事实、参数或条款；相近的有：.*职称/], ['周岁(出生日期', '周岁(出生年月', /没有名为“出生年月”的事实、参数或条款；相近的有：.*出生日期/],
    ['<= 年龄上限', '<= 年齢上限', /没有名为“年齢上限”.*年龄上限/], ['且 年龄 }', '且 年纪 }', /没有名为“年纪”/], ['当: 资历', '当: 资力', /^13:\d+ 没有名为“资力”.*资历/],
    ['"副高"', '"副高级"', /“副高级”不是“职称”的取值；相近的有：.*副高/], ['周岁(', '虚岁(', /没有“虚岁”这个函数/], ['据: 办法#三', '据: 条例#三', /^11:\d+ “依据”中没有声明文件“条例”/],
    ['期: { 人才: 是 }', '期: { 人材: 是 }', /没有名为“人材”的结果；相近的有：人才/], ['给: { 出生日期', '给: { 出生年月', /没有名为“出生年月”/],
  ],
  条款循环: [
    ["<= 年龄上限'", "<= 年龄上限 且 资历'", /条款互相循环引用：.*年龄 → 资历 → 年龄|条款互相循环引用：资历 → 年龄 → 资历/], ['且 年龄 }', '且 资历 }', /^11:\d+ 条款互相循环引用：资历 → 资历/],
    ['且 年龄 }', '且 非 资历 }', /资历 → 资历/], ['且 年龄 }', '且 (年龄 或 资历) }', /资历 → 资历/], ['则: 职称 >= "副高" 且 年龄', '则: 资历', /^11:\d+ 条款互相循环引用/],
    ['  资历:', '  丙: { 据: 办法#三, 则: 丁 }\n  丁: { 据: 办法#三, 则: 丙 }\n  资历:', /丙 → 丁 → 丙/], ['  资历:', '  丙: { 据: 办法#三, 例外于: 年龄, 当: 年龄, 则: 真 }\n  资历:', /^11:\d+ 条款互相循环引用：年龄 → 年龄/],
    ['  资历:', '  丙: { 据: 办法#三, 例外于: 年龄, 当: 真, 则: 年龄 }\n  资历:', /年龄 → 丙 → 年龄|丙 → 年龄 → 丙/],
    ['  资历:', '  丙: { 据: 办法#三, 例外于: 丙, 当: 真, 则: 真 }\n  资历:', /丙 → 丙/], ['且 年龄 }', '且 已知(资历) }', /资历 → 资历/],
  ],
  类型不符: [
    ['"副高"', '3', /^11:\d+ 两边类型不同，不能比较：职称 与 整数/], ['<= 年龄上限', '<= 2024-01-01', /两边类型不同，不能比较：整数 与 日期/], ['周岁(出生日期', '周岁(职称', /此处需要日期，写的是职称/],
    ['且 年龄 }', '且 年龄上限 }', /此处需要布尔，写的是整数/], ['则: 职称 >= "副高"', '则: 专业 >= "全科"', /“专业”没有高低次序/], ['则: 职称 >= "副高"', '则: 全职在岗 > 假', /“布尔”没有高低次序/],
    ['<= 年龄上限', '<= 45.5', /“45.5”不是整数/], ['则: 职称 >= "副高"', '则: 成果 >= 1', /“成果”是列表/], ['则: 职称 >= "副高"', '则: 计数(职称) >= 1', /“职称”不是列表类事实/],
    ['职称: 副高 }', '职称: 高级 }', /^15:\d+ “职称”与规定的类型不符/],
  ],
  版本没有加引号: ['2.0', '1', '2023', '1e3', '0x10', '-1', '.5', '2.10', 'true', '0'].map((version): Row => ['"1.0"', version, /^3:5 版本号 \S+ 须加引号写成文字/]),
  书写与日期: [
    ['则: 职称', '则: [职称', /^1[1-4]:\d+ 此处不符合 YAML 书写格式/], ['版本: "1.0"\n', '版本: "1.0"\n版本: "1.1"\n', /^4:1 同一层中这一项写了两次/], ['起: 2024-01-01', '起: 2024/1/1', /^4:\d+ 日期“2024\/1\/1”须写成 年-月-日/],
    ['起: 2024-01-01', '起: 2023-02-29', /日历上没有 2023-02-29 这一天/], ['<= 年龄上限', '>= 18 <= 年龄上限', /不能连续比较/], ['"副高" 且 年龄', '"副高" 年龄', /“年龄”前缺少“且”“或”等连接词/],
    ['"副高" 且', '"副高 且', /引号没有成对/], ['{ 值: 45, 据: 办法#二 }', '{ 值: 45 }', /^8:\d+ 参数“年龄上限”没有写依据/], ['资格: 人才 }', '组: 甲 }', /须写明资格、服务或金额之一/],
    ['期: { 人才: 是 }', '期: { 人才: 对 }', /测试的期望只能是 是、否、未知，写的是“对”/],
  ],
};

for (const [name, variants] of Object.entries(rows)) {
  test(`政策文件${name}：十种写法都说明行、列和原因`, () => {
    assert.equal(variants.length, 10);
    for (const [from, to, expected] of variants) assert.match(told(from, to), expected, to);
  });
}

test('原文本身是正确的', () => assert.ok(loadPolicy(good, dictionary).ok));

test('一次列出全部问题，按行排列', () => {
  const read = loadPolicy(good.replace('职称 >=', '职秤 >=').replace('<= 年龄上限', '＜ 年龄上限').replace('当: 资历', '当: 资力'), dictionary);
  assert.ok(!read.ok);
  assert.deepEqual(read.problems.map(({ line }) => line), [10, 11, 13]);
});

test('折行和引号里的表达式，列号仍指到那个字', () => {
  const read = loadPolicy(good.replace('则: 职称 >= "副高" 且 年龄 }', '则: "职称 >= \\"副高\\" 且 年令" }'), dictionary);
  assert.ok(!read.ok);
  const [problem] = read.problems;
  const line = good.replace('则: 职称 >= "副高" 且 年龄 }', '则: "职称 >= \\"副高\\" 且 年令" }').split('\n')[(problem?.line ?? 0) - 1] ?? '';
  assert.equal(line.slice((problem?.column ?? 0) - 1, (problem?.column ?? 0) + 1), '年令');
});

test('任意改坏的文件都说得出原因和位置，不会崩溃', () => {
  const pieces = fc.constantFrom('', ' ', '\n', '  ', ':', '[', '{', '}', '"', "'", '（', '-', '&a ', '*a', '!!x ', '|', '>', '且', '非 ', '年龄', '3', '1.5', '2023-02-30', '\u0000', '\ud800', '计数(成果[', '#', '? ', '<<: ');
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(good.length), fc.nat(6), pieces), { minLength: 1, maxLength: 4 }), (edits) => {
    const text = edits.reduce((whole, [at, drop, put]) => whole.slice(0, at) + put + whole.slice(at + drop), good);
    const read = loadPolicy(text, dictionary);
    if (read.ok) return;
    assert.ok(read.problems.length > 0);
    for (const { reason, line, column } of read.problems) {
      assert.ok(`reason.${reason}` in words, `no words for ${reason}`);
      assert.ok(line >= 1 && line <= text.split('\n').length + 1 && column >= 1, `${reason} ${line}:${column}`);
    }
  }), { numRuns: Number(process.env.POLICY_RUNS ?? 300) });
});
