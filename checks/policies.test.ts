import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unverified, unverifiedPage } from './unverified.ts';
import { policyProblems, readDictionary, readPolicyFiles, unverifiedList } from './policies.ts';

const dictionary = readDictionary();
const files = readPolicyFiles();
const spoilt = (path: string, from: string, to: string) => {
  const found = files.find((file) => file.path === path);
  if (!found?.text.includes(from)) throw new Error(`${path} has no ${from}`);
  return policyProblems([{ path, text: found.text.replace(from, to) }], dictionary).join('\n');
};

test('四个地区和国家的全部政策都通过', () => assert.deepEqual(policyProblems(files, dictionary), []));

test('全部政策合起来至少有一百二十个例子', () => {
  const count = files.flatMap(({ text }) => text.match(/^ {2}- (\{ )?例:/gm) ?? []).length;
  assert.ok(count >= 120, `${count}`);
});

test('门槛改动会被例子发现', () => assert.match(spoilt('regions/cixi/policies/senior-title/2026.yaml', '县级进修月数: { 值: 6', '县级进修月数: { 值: 3'), /县级医院进修须满六个月/));

test('没有依据又不标待核的数会被指出', () =>
  assert.match(spoilt('regions/changsha/policies/rural-senior-title/2023.yaml', '{ 值: 20, 据: 发言#基卫高单列评审 }', '{ 值: 20 }'), /:\d+:\d+: 参数“扎根年数”没有写依据/));

test('每条规则都写明文件与条款：只写文件、或写了没有声明的文件，都会被指出', () => {
  assert.match(spoilt('regions/changsha/policies/rural-senior-title/2023.yaml', '{ 值: 20, 据: 发言#基卫高单列评审 }', '{ 值: 20, 据: 发言 }'), /names no article, and is not 待核/);
  assert.match(spoilt('regions/putuo/policies/talent-development/2.0.yaml', '{ 规则: 取最高, 据: 办法#', '{ 规则: 取最高, 据: 细则#'), /没有声明文件“细则”/);
  assert.match(spoilt('regions/putuo/policies/talent-development/2.0.yaml', '基层岗位: { 据: 办法#重点适宜人才, ', '基层岗位: { '), /缺少“据”一项/);
});

test('待核清单逐项列出占位的数，改一个就要重新生成', () => {
  const page = unverifiedPage(files, dictionary);
  assert.match(page, /\| value \| 骨干年龄上限 \| 45 \|/);
  assert.deepEqual(unverified.problems(), []);
  const changed = files.map((file) => ({ ...file, text: file.text.replace('骨干年龄上限: { 值: 45', '骨干年龄上限: { 值: 46') }));
  assert.notEqual(unverifiedPage(changed, dictionary), page);
  const settled = files.map((file) => ({ ...file, text: file.text.replace('骨干年龄上限: { 值: 45, 待核: true }', '骨干年龄上限: { 值: 45, 据: 办法#高层次人才 }') }));
  assert.doesNotMatch(unverifiedPage(settled, dictionary), /骨干年龄上限 \| 45/);
});

test('放错位置的版本会被指出', () =>
  assert.match(spoilt('regions/harbin/policies/health-file/2023.yaml', '版本: "2023"', '版本: "2024"'), /holds health-file 2024/));

test('同一政策两个版本不得同时施行', () => {
  const two = files.filter(({ path }) => path.includes('cixi/policies/senior-title')).map((file) => ({ ...file, text: file.text.replace(', 止: 2025-12-31', '') }));
  assert.match(policyProblems(two, dictionary).join('\n'), /in force at the same time/);
});

test('公开文本没有写明的数都在待核清单里', () => {
  const list = unverifiedList(files, dictionary);
  assert.ok(list.includes('regions/putuo/policies/talent-development/2.0.yaml: 领军额'));
  assert.ok(!list.some((line) => line.includes('talent-thirty/2023.yaml: 博士安家额')));
});
