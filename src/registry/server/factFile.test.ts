import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { readRegions, shippedRegions } from '#platform/server/regionFiles.ts';
import { kindByKey, readFactKinds } from '../domain/factKind.ts';
import { checkFactValue, readFactValue, writeFactValue } from '../domain/factValue.ts';
import { factKindsOf, nameVariantsOf } from './factFile.ts';

const china = readRegions().get('china')!;
const facts = factKindsOf(china);
const kind = (name: string) => facts.kinds.get(name)!;
const read = (name: string, text: string) => {
  const answer = readFactValue(kind(name), text);
  return answer.ok ? answer.value : answer.reason;
};

describe('事实词表', () => {
  it('至少四十五种事实,键不重复', () => {
    assert.ok(facts.kinds.size >= 45);
    assert.equal(new Set([...facts.kinds.values()].map((each) => each.key)).size, facts.kinds.size);
  });

  it('引用国家标准的码都在标准表里', () => {
    const unknown: string[] = [];
    for (const list of [...facts.enums.values()].filter((each) => each.standard)) {
      const table = parse(fs.readFileSync(path.join(shippedRegions, `china/codes/${list.standard}.yaml`), 'utf8')) as { 值: Record<string, string> };
      const isNational = (code: string) => code in table.值;
      unknown.push(...list.values.flatMap((value) => value.otherCodes).filter((code) => !isNational(code)));
      unknown.push(...list.values.filter((value) => value.name !== '无' && ![value.code, ...value.otherCodes].some(isNational)).map((value) => `${list.name} ${value.name}`));
    }
    assert.deepEqual(unknown, []);
  });

  it('同一写法在一个代码表里只指一项', () => {
    for (const list of facts.enums.values()) {
      const written = list.values.flatMap((value) => [value.name, ...value.aliases]);
      assert.deepEqual(written.filter((text, at) => written.indexOf(text) !== at), [], list.name);
    }
  });

  it('每一项读自己的名称与代码,写出再读不变', () => {
    for (const each of facts.kinds.values()) for (const value of each.enum?.values ?? []) {
      assert.equal(read(each.name, value.name), value.name);
      assert.equal(read(each.name, writeFactValue(each, value.name)), value.name);
    }
  });

  it('写错的词表说明在哪里', () => {
    const rest = { 键: 'height', 类: '身份', 问: '身高', 隐私: '一般' };
    assert.throws(() => readFactKinds({ 事实: { 身高: { 型: '小数', ...rest } } }), /身高/);
    assert.throws(() => readFactKinds({ 事实: { 身高: { 型: '整数', ...rest, 颜色: '红' } } }), /颜色/);
    assert.throws(() => readFactKinds({ 事实: { 等级: { 型: '枚举', 域: '没有', ...rest } } }), /等级/);
  });

  it('异体字对照两边都是一个字,且不成环', () => {
    for (const [from, to] of nameVariantsOf(china)) {
      assert.equal(Array.from(from + to).length, 2, from);
      assert.equal(nameVariantsOf(china).has(to), false, `${from} → ${to}`);
    }
  });
});

describe('格子里的文字', () => {
  it('学历、职称按名称、别名、国标码都认', () => {
    for (const text of ['本科', '大学本科毕业', '21', ' 本科 ']) assert.equal(read('学历', text), '本科');
    assert.equal(read('职称', '副主任护师'), '副高');
    assert.equal(read('职称', '253'), '中级');
    assert.equal(read('学历', '博士后'), 'enumUnknown');
  });

  it('日期的各种写法;第33行“至今”不是日期;只写到月要补日', () => {
    for (const text of ['2020-05-01', '2020.5.1', '2020/05/01', '2020年5月1日', '20200501', '２０２０－０５－０１']) assert.equal(read('毕业日期', text), '2020-05-01', text);
    assert.equal(read('毕业日期', '至今'), 'dateOpen');
    assert.equal(read('毕业日期', '2021-02-29'), 'dateFormat');
    assert.equal(read('毕业日期', '昨天'), 'dateFormat');
    assert.deepEqual(readFactValue(kind('毕业日期'), '2015.12'), { ok: false, reason: 'dateNeedsDay', detail: { field: '毕业日期', params: { proposed: '2015-12-01' } } });
  });

  it('整数带单位与千分位;超出范围、小数拒绝', () => {
    assert.equal(read('下基层天数', '322 天'), 322);
    assert.equal(read('下基层天数', '1,095'), 1095);
    assert.equal(read('下基层天数', '３２２'), 322);
    assert.equal(read('下基层天数', '-1'), 'integerRange');
    assert.equal(read('下基层天数', '12.5'), 'integerFormat');
  });

  it('是否的各种写法;空文字不是“否”', () => {
    assert.equal(read('全职在岗', '√'), true);
    assert.equal(read('全职在岗', '否'), false);
    assert.equal(read('全职在岗', ''), 'booleanFormat');
  });

  it('第9、10行:脚本照存;控制符与过长拒绝', () => {
    assert.equal(read('科室', '<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
    assert.equal(read('科室', '内\u0000科'), 'textInvalid');
    assert.equal(read('科室', '内'.repeat(1_000_000)), 'textLong');
  });

  it('清单事实逐栏核对', () => {
    const works = kindByKey(facts, 'works')!;
    assert.equal(checkFactValue(works, { 齐: true, 项: [{ 类型: '论文', 级别: '省级', 第一完成人: true }] }).ok, true);
    assert.deepEqual(checkFactValue(works, { 齐: true, 项: [{ 类型: '论文' }, { 类型: '随笔' }] }), { ok: false, reason: 'enumUnknown', detail: { field: '成果[2].类型' } });
    assert.equal(checkFactValue(works, '论文').ok, false);
    assert.equal(checkFactValue(kind('全职在岗'), '是').ok, false);
  });
});
