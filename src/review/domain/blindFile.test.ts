import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BlindFile, hideNames, writingsOf } from './blindFile.ts';

const fileOf = (...values: string[]) => BlindFile.parse({ heading: values[0], sections: [{ label: values[0], fields: values.map((value) => ({ label: value, value, source: value })) }], documents: [{ label: values[0], content: 'c', form: 'pdf' }] });
const hidden = { people: ['沈知远', '阿卜杜拉·买买提', '沈知远之'], institutions: ['上海市普陀区中心医院', '中心医院'] };
const read = (value: string) => hideNames(fileOf(value), hidden, '※').sections[0]?.fields[0]?.value;

test('双向匿名:姓名与单位从标题、栏名、内容、来源、材料名里都隐去', () => {
  const seen = JSON.stringify(hideNames(fileOf('沈知远在上海市普陀区中心医院'), hidden, '※'));
  assert.ok(!seen.includes('沈知远') && !seen.includes('医院'), seen);
  assert.equal(read('沈 知 远、沈知远之与阿卜杜拉买买提'), '※、※与※', '空格、间隔号、较长的名字在先');
  assert.equal(read('沈 知明 在本院'), '沈 知明 在本院', '别人的名字不动');
});

test('隐去之后,无论正文怎样,都找不到原来的名字', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('沈知远', '沈', '知', '远', ' ', '·', '中心医院', '上海市普陀区', '病例'), { maxLength: 12 }), (pieces) => {
    const value = hideNames(fileOf(pieces.join('')), { people: ['沈知远'], institutions: ['中心医院'] }, '※').sections[0]?.fields[0]?.value ?? '';
    assert.ok(!value.replace(/[\s·]/g, '').includes('沈知远') && !value.includes('中心医院'), value);
  }));
});

test('单位有带地区与不带地区两种写法,太短的不算', () => {
  assert.deepEqual(writingsOf('上海市普陀区中心医院', ['上海市普陀区', '普陀区', '普陀']), ['上海市普陀区中心医院', '中心医院']);
  assert.deepEqual(writingsOf('普陀区疾控', ['普陀区']), ['普陀区疾控']);
});
