import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readFactKinds } from '#registry/domain/factKind.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import type { Cell } from './cell.ts';
import { checkRow, isGood, type CheckedRow } from './checkRow.ts';
import { markDoublesInFile, markKnown } from './doubles.ts';
import { readHeader } from './header.ts';
import { placeOf, type Decision, type Decisions } from './problem.ts';
import { TemplateFile, templateOf } from './template.ts';

const china = path.join(import.meta.dirname, '../../../regions/china');
const yaml = (file: string): unknown => parse(fs.readFileSync(path.join(china, file), 'utf8'));
const template = templateOf(TemplateFile.parse(yaml('rosters/staff.yaml')), readFactKinds(yaml('facts.yaml')), new Map([['峯', '峰']]));
const today = '2026-11-23';
const idOf = (body: string) => body + idChecksum(body);
const sound: Record<string, string> = { 姓名: '沈知远', 证件号码: idOf('31010719880412003'), 学历: '本科', 到岗日期: '2014-07-15' };

const cell = (text: string | Cell): Cell => (typeof text === 'string' ? { kind: 'text', text } : text);
const header = readHeader(template, { sheet: '花名册', row: 1, cells: template.columns.map((column) => cell(column.name)) });
const check = (change: Record<string, string | Cell | undefined>, decisions: Decisions = new Map(), row = 12): CheckedRow => {
  const given: Record<string, string | Cell | undefined> = { ...sound, ...change };
  const cells = template.columns.map((column) => { const text = given[column.name]; return text === undefined ? undefined : cell(text); });
  return checkRow({ template, header, decisions, today }, { sheet: '花名册', row, cells });
};
const valueIn = (row: CheckedRow, column: string) => row.values[template.named.get(column)?.index ?? -1];
const decide = (column: string, decision: Decision) => new Map([[placeOf(12, column), decision]]);
const found = (row: CheckedRow) => row.problems.map((each) => `${each.column} ${each.reason} ${each.severity}`);

describe('花名册模板', () => {
  it('列由事实词表而来，不少于三十列', () => assert.ok(template.columns.filter((column) => column.fact).length >= 30));
  it('每列的例子本身可以导入', () => {
    const row = check(Object.fromEntries(template.columns.map((column) => [column.name, column.example || undefined])));
    assert.deepEqual(found(row), []);
  });
  it('去年的表头、带*的表头都认得', () => {
    const old = readHeader(template, { sheet: '', row: 1, cells: ['*姓 名', '身份证号码', '最高学历', '入职时间', '血型'].map(cell) });
    assert.deepEqual([old.missing, old.unknown], [[], ['血型']]);
  });
});

describe('坏输入第1–10行', () => {
  it('第1行：最后一位校验不通过', () => {
    const right = idOf('31010719880412003');
    assert.deepEqual(found(check({ 证件号码: `${right.slice(0, 17)}${right.endsWith('0') ? '1' : '0'}` })), ['证件号码 idChecksum refuse']);
  });
  it('第2行：不存在或将来的出生日期', () => {
    assert.deepEqual(found(check({ 证件号码: idOf('31010719900230003') })), ['证件号码 idDate refuse']);
    assert.deepEqual(found(check({ 证件号码: idOf('31010720900215003') })), ['证件号码 idDate refuse']);
    assert.equal(check({ 证件号码: idOf('31010719900230003') }).problems[0]?.params.date, '1990-02-30');
  });
  it('第3行：被表格存成数字', () => {
    assert.deepEqual(found(check({ 证件号码: { kind: 'number', text: '1.10105E+17' } })), ['证件号码 idScientific refuse']);
    assert.deepEqual(found(check({ 证件号码: { kind: 'number', text: '310107198804120000' } })), ['证件号码 idScientific refuse']);
    assert.deepEqual(found(check({ 证件号码: '1.10105E+17' })), ['证件号码 idScientific refuse']);
  });
  it('第4行：小写x、全角、空格自动更正并记录，可撤销', () => {
    const small = Array.from({ length: 200 }, (_, n) => idOf(`31010719880412${String(n).padStart(3, '0')}`)).find((id) => id.endsWith('X')) ?? assert.fail();
    const wide = Array.from(small.toLowerCase(), (each) => (/\d/.test(each) ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each)).join('');
    const row = check({ 证件号码: `${wide.slice(0, 6)} ${wide.slice(6)}`, 性别: undefined });
    assert.deepEqual([found(row), row.idNumber, isGood(row)], [['证件号码 corrected corrected'], small, true]);
    const undone = check({ 证件号码: wide }, decide('证件号码', 'undo'));
    assert.deepEqual([found(undone), isGood(undone)], [['证件号码 correctionUndone refuse'], false]);
  });
  it('第4行：手机号码里的全角、空格、+86 一样处理', () => {
    const row = check({ 手机号码: '+86 １３８ ００１３ ８０００' });
    assert.deepEqual([found(row), valueIn(row, '手机号码')], [['手机号码 corrected corrected'], '13800138000']);
  });
  it('第5行：同一人在文件中两次，或系统内已有', () => {
    const rows = [check({}, undefined, 2), check({}, undefined, 3)];
    markDoublesInFile(template, rows, new Map());
    assert.deepEqual(rows.map(found), [[], ['证件号码 personTwice refuse']]);
    const known = (inScope: boolean, decisions: Decisions = new Map()) => {
      const row = check({}, decisions);
      const { updates } = markKnown(template, [row], [{ row: 12, personId: 'per_1', by: 'idNumber', inScope, name: inScope ? '沈知远' : '' }], decisions);
      return [found(row), [...updates]];
    };
    assert.deepEqual(known(true), [['证件号码 personExists confirm'], []]);
    assert.deepEqual(known(true, decide('证件号码', 'update')), [[], [[12, 'per_1']]]);
    assert.deepEqual(known(false), [['证件号码 personElsewhere refuse'], []]);
    assert.deepEqual(known(false, decide('证件号码', 'update')), [['证件号码 personElsewhere refuse'], []]);
  });
  it('第6行：只差间隔号或异体字的姓名待确认', () => {
    const pair = (second: string, decisions: Decisions = new Map()) => {
      const rows = [check({ 姓名: '阿卜杜拉·买买提峰' }, undefined, 2), check({ 姓名: second, 证件号码: idOf('31010719880412005') }, decisions)];
      markDoublesInFile(template, rows, decisions);
      return rows.flatMap((row) => row.problems.filter((each) => each.reason === 'personAlikeInFile')).length;
    };
    assert.equal(pair('阿卜杜拉•买买提峯'), 1);
    assert.equal(pair('阿卜杜拉买买提峰'), 1);
    assert.equal(pair('阿卜杜拉·吐尔逊'), 0);
    assert.equal(pair('阿卜杜拉买买提峰', decide('姓名', 'new')), 0);
  });
  it('第7行：姓名中的不可见字符，标出位置并提出建议', () => {
    const row = check({ 姓名: '沈知\u200b远' });
    assert.deepEqual([found(row), row.problems[0]?.params.position, row.problems[0]?.fix], [['姓名 nameInvisible refuse'], 2, '沈知远']);
    assert.equal(check({ 姓名: '沈知\u202e远' }, decide('姓名', 'accept')).name, '沈知远');
  });
  it('第8行：生僻字收下并提请核对', () => {
    for (const name of ['李𠮷', '䶮山', '王\ue000']) {
      const row = check({ 姓名: name });
      assert.deepEqual([found(row), isGood(row), row.name], [['姓名 rareCharacters flagged'], true, name]);
    }
  });
  it('第9行：脚本和标签只是文字', () => {
    const row = check({ 科室: '<script>alert(1)</script>' });
    assert.deepEqual([found(row), valueIn(row, '科室')], [[], '<script>alert(1)</script>']);
  });
  it('第10行：空字符、半个代理对、一兆文字', () => {
    assert.deepEqual(found(check({ 科室: '放射\u0000科' })), ['科室 textInvalid refuse']);
    assert.deepEqual(found(check({ 姓名: '沈\ud842' })), ['姓名 textInvalid refuse']);
    assert.deepEqual(found(check({ 科室: '字'.repeat(1_000_000) })), ['科室 textLong refuse']);
    assert.deepEqual(found(check({ 姓名: '字'.repeat(51) })), ['姓名 textLong refuse']);
  });
});

describe('坏输入第33行：日期', () => {
  it('至今只能填在截止日期里', () => {
    assert.deepEqual(found(check({ 离岗日期: '至今' })), []);
    assert.deepEqual(found(check({ 到岗日期: '至今' })), ['到岗日期 dateOpen refuse']);
  });
  it('离岗早于到岗', () => assert.deepEqual(found(check({ 离岗日期: '2014-07-14' })), ['离岗日期 dateOrder refuse']));
  it('到岗时不满十六周岁', () => assert.deepEqual([found(check({ 到岗日期: '2004-04-11' })), found(check({ 到岗日期: '2004-04-12' }))], [['到岗日期 ageAtHire refuse'], []]));
  it('只写到月的，建议当月一日，采用后可导入', () => {
    assert.equal(check({ 毕业日期: '2011年7月' }).problems[0]?.fix, '2011-07-01');
    assert.equal(valueIn(check({ 毕业日期: '2011年7月' }, decide('毕业日期', 'accept')), '毕业日期'), '2011-07-01');
  });
  it('出生日期、性别与证件号码不一致，建议以证件为准', () => {
    const row = check({ 出生日期: '1988-04-13', 性别: '女' });
    assert.deepEqual([row.problems.map((each) => each.fix), isGood(row)], [['1988-04-12', '男'], false]);
    assert.equal(valueIn(check({ 性别: '女' }, decide('性别', 'accept')), '性别'), '男');
  });
});

it('代码表里没有的词，给出最接近的建议', () => {
  assert.equal(check({ 编制类型: '事业编' }).problems[0]?.fix, '事业编制');
  assert.equal(valueIn(check({ 编制类型: '事业编' }, decide('编制类型', 'accept')), '编制类型'), '事业编制');
});

it('任何文字放进任何一列都有答案，同样的文字总是同样的答案', () => {
  fc.assert(fc.property(fc.constantFrom(...template.columns.map((column) => column.name)), fc.string({ unit: 'binary', maxLength: 60 }), (column, text) => {
    const [once, again] = [check({ [column]: text }), check({ [column]: text })];
    assert.deepEqual(once, again);
    assert.ok(once.problems.every((each) => each.row === 12 && each.reason !== ''));
  }), { seed: 7, numRuns: 500 });
});
