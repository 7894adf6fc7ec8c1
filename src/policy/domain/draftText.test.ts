import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import { changesBetween, withoutGuesses } from './changes.ts';
import { draftRefusal } from './draftRules.ts';
import { openText, lineOf, spliced, dropSplice, valueSplice, withValue } from './draftText.ts';
import { moneyText } from './money.ts';
import { loadDictionary, loadPolicy, publicationOf, type Policy } from './policy.ts';
import { marksIn, settled, withDocument, withParameter } from './settle.ts';
import { newText, successorText, withForce } from './startText.ts';
import { inSuccession } from './succession.ts';
import { moneyFen } from './values.ts';

const dictionary = loadDictionary(fs.readFileSync(path.join(shippedRegions, 'china/facts.yaml'), 'utf8'));
assert.ok(dictionary.ok);
const read = (source: string): Policy => {
  const loaded = loadPolicy(source, dictionary.value);
  assert.ok(loaded.ok, JSON.stringify(loaded.ok || loaded.problems[0]));
  return loaded.value;
};
const policies = fs.globSync('*/policies/*/*.yaml', { cwd: shippedRegions }).toSorted().map((file) => read(fs.readFileSync(path.join(shippedRegions, file), 'utf8')));
const putuo = policies.find(({ code, version }) => code === 'talent-development' && version === '2.0') as Policy;
const text = `# 说明\n政策: x\n\n参数:\n  甲: { 值: 1, 待核: true } # 甲的注\n  乙:\n    值: 2\n    待核: true\n\n  丙: { 待核: true, 值: 3 }\n# 末\n`;

test('改一个值，其余一字不动：注、空行、引号都在', () => {
  assert.equal(withValue(text, ['参数', '甲', '值'], '5'), text.replace('值: 1', '值: 5'));
  assert.equal(withValue(text, ['参数', '乙', '值'], '5'), text.replace('值: 2', '值: 5'));
  assert.equal(withValue(text, ['没有', '甲', '值'], '5'), text);
});

test('加一项、去一项：一行写的加在括号里，分行写的另起一行', () => {
  assert.equal(withValue(text, ['参数', '甲', '据'], '办法'), text.replace('待核: true }', '待核: true, 据: 办法 }'));
  assert.equal(withValue(text, ['参数', '乙', '据'], '办法'), text.replace('    待核: true\n', '    待核: true\n    据: 办法\n'));
  const open = openText(text);
  const without = (name: string) => spliced(text, dropSplice(open, ['参数', name, '待核']));
  assert.equal(without('甲'), text.replace('{ 值: 1, 待核: true }', '{ 值: 1 }'));
  assert.equal(without('乙'), text.replace('    待核: true\n', ''));
  assert.equal(without('丙'), text.replace('{ 待核: true, 值: 3 }', '{ 值: 3 }'));
  assert.deepEqual(['甲', '乙', '丙'].map((name) => lineOf(open, ['参数', name])), [5, 6, 10]);
  assert.deepEqual(valueSplice(open, ['参数', '丁', '值'], '1'), []);
});

test('每个地区的每项政策：起草下一版、核定全部待核，仍能读、用例仍过、可以公布', () => {
  for (const policy of policies) {
    const next = read(successorText(policy, '9.9', '2027-01-01'));
    assert.deepEqual([next.version, next.from, next.to, next.replaces], ['9.9', '2027-01-01', undefined, `${policy.code}@${policy.version}`]);
    const clean = read(settled(withDocument(next.source, '演示', { name: '通知（演示）', date: '2026-11-01' }), marksIn(next), '演示', ''));
    assert.deepEqual(publicationOf(clean), { failed: [], unseen: [], contradictions: [], unverified: [], publishable: true }, `${policy.code}@${policy.version}`);
    assert.deepEqual(changesBetween(policy, clean).filter(({ change, kind }) => kind !== 'force' && change !== 'settled' && kind !== 'document'), []);
  }
});

test('随便改哪个数字参数，只变那一行', () => {
  const numbers = Object.keys(putuo.parameters).filter((name) => putuo.parameters[name]?.type.kind === 'integer');
  fc.assert(fc.property(fc.constantFrom(...numbers), fc.integer({ min: 0, max: 9_999 }), (name, value) => {
    const [before, after] = [putuo.source.split('\n'), withParameter(putuo.source, name, value).split('\n')];
    assert.equal(after.length, before.length);
    assert.ok(after.filter((line, at) => line !== before[at]).every((line) => line.includes(`${name}: { 值: ${value},`)));
    assert.equal(read(after.join('\n')).parameters[name]?.values[0]?.value, value);
  }));
});

test('金额写成最大的单位，读回来一分不差', () => {
  assert.deepEqual([15_000_000, 123_400, 5, 1_000_000_000_000].map(moneyText), ['15万元', '1234元', '5', '100亿元']);
  fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => { assert.equal(moneyFen(moneyText(fen)), fen); }));
});

test('新旧差别：值、单位、关系到的结果、目录增减、核定的依据', () => {
  const next = settled(withDocument(putuo.source, '新', { name: '通知（演示）' }), marksIn(putuo).filter(({ name }) => name === '骨干年龄上限' || name === '基层岗位'), '新', '三');
  const after = read(withParameter(withParameter(withParameter(next, '骨干年龄上限', 50), '领军额', moneyText(60_000_000)), '紧缺目录', ['全科', '儿科'], 1));
  const named = new Map(changesBetween(putuo, after).map((change) => [change.name, change]));
  assert.partialDeepStrictEqual(named.get('骨干年龄上限'), { change: 'changed', unit: 'age', results: ['学科骨干'], before: [{ from: '', value: '45' }], after: [{ from: '', value: '50' }], basis: '通知（演示） 三', openBefore: true, openAfter: false });
  assert.partialDeepStrictEqual(named.get('领军额'), { unit: 'fen', after: [{ from: '', value: '60000000' }], results: ['领军型人才'] });
  assert.partialDeepStrictEqual(named.get('紧缺目录'), { entered: ['儿科'], left: ['康复', '公共卫生', '护理', '影像', '麻醉'] });
  assert.partialDeepStrictEqual(named.get('基层岗位'), { kind: 'clause', change: 'settled', basis: '通知（演示） 三' });
  const told = withoutGuesses([...named.values()]);
  assert.equal(told.find(({ name }) => name === '领军额'), undefined, '新旧都待核，公众无可看');
  assert.deepEqual(told.find(({ name }) => name === '骨干年龄上限')?.before, [], '旧值待核，公众只看新值');
  assert.deepEqual(changesBetween(putuo, putuo), []);
});

test('版本首尾相接：前一版在后一版施行的前一天止，自己写得更早的照写', () => {
  const [first, later] = [policies.find(({ code, version }) => code === 'talent-development' && version === '1.0') as Policy, { ...putuo, version: '3.0', from: '2027-03-01' }];
  assert.deepEqual(inSuccession([later, putuo, first]).map(({ version, to }) => [version, to]), [['3.0', undefined], ['2.0', '2027-02-28'], ['1.0', '2023-10-15']]);
  assert.equal(read(withForce(first.source, '2020-02-01')).to, undefined);
});

test('最短的新政策能读、能公布', () => {
  const fresh = read(newText({ code: 'a-b', title: '津贴：青年', version: '1.0', from: '2027-01-01', document: '通知 "一"', result: '津贴' }));
  assert.deepEqual([fresh.title, fresh.version, publicationOf(fresh).publishable], ['津贴：青年', '1.0', true]);
});

test('谁可以做什么：写过、交过的人和他的另一个账户都不能审定', () => {
  const draft = { state: 'submitted' as const, accounts: ['a', 'b'], persons: ['p'] };
  const may = (act: Parameters<typeof draftRefusal>[0], accountId: string, personId = '') => draftRefusal(act, draft, { accountId, personId });
  assert.deepEqual([may('publish', 'a'), may('publish', 'c', 'p'), may('publish', 'c'), may('reject', 'a'), may('save', 'c')], ['policyOwnDraft', 'policyOwnDraft', undefined, undefined, 'policyDraftShut']);
  assert.equal(draftRefusal('publish', { ...draft, state: 'drafting' }, { accountId: 'c', personId: '' }), 'policyDraftNotSubmitted');
});
