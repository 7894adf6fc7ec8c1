import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readMark, ScoreSheet, scoreOf } from './scoreSheet.ts';
import { sheetFor } from './sheetFor.ts';
import { seat, type Eligible } from './seating.ts';

const sheet = ScoreSheet.parse({
  code: 'test', title: '测试', basis: { document: '办法', article: '第一条' },
  items: [{ key: 'ethics', label: '医德', note: '', most: 40, disqualifiesBelow: 24 }, { key: 'skill', label: '业务', note: '', most: 60 }],
});

test('分数须在 0 到满分之间，最多一位小数：101、−1、85.55、NaN、全角都不收（第17行）', () => {
  for (const typed of [101, -1, 85.55, Number.NaN, '１００', '', 'abc', '8.', '1e2', undefined]) assert.equal(readMark(typed, 100), undefined, String(typed));
  assert.deepEqual([0, 100, 85.5, '85.5', '7'].map((typed) => readMark(typed, 100)), [0, 1000, 855, 855, 70]);
});

test('超出范围时说明哪一项、满分多少，不替人改数', () => {
  const answer = scoreOf(sheet, { ethics: 41, skill: 50 });
  assert.deepEqual(answer, { ok: false, reason: 'scoreRange', detail: { field: 'ethics', params: { item: '医德', most: 40 } } });
});

test('医德不合格即不予推荐，无论合计多少', () => {
  const answer = scoreOf(sheet, { ethics: 23.9, skill: 60 });
  assert.ok(answer.ok);
  assert.deepEqual([answer.value.tenths, answer.value.disqualified], [839, true]);
});

test('各项满分之和不是 100 的评分表不予读入', () => assert.ok(!ScoreSheet.safeParse({ ...sheet, items: sheet.items.slice(1) }).success));

test('有条件的评分项：按材料里的回答取用，哪一种回答合计都是 100；不是 100 或者医德不在首位的不予读入', () => {
  const items = [
    { key: 'ethics', label: '医德', note: '', most: 40, disqualifiesBelow: 24 }, { key: 'skill', label: '业务', note: '', most: 40 },
    { key: 'town', label: '基层服务', note: '', most: 20, when: { field: '机构层级', in: ['乡镇社区'] } }, { key: 'research', label: '科研', note: '', most: 20, when: { field: '机构层级', notIn: ['乡镇社区'] } },
  ];
  const conditional = ScoreSheet.parse({ ...sheet, items });
  const fileOf = (value?: string) => ({ heading: '', documents: [], sections: value ? [{ label: '单位', fields: [{ label: '机构层级', value }] }] : [] });
  const keys = (value?: string) => sheetFor(conditional, fileOf(value)).items.map(({ key }) => key);
  assert.deepEqual([keys('乡镇社区'), keys('县级'), keys()], [['ethics', 'skill', 'town'], ['ethics', 'skill', 'research'], ['ethics', 'skill', 'research']]);
  assert.ok(scoreOf(sheetFor(conditional, fileOf('乡镇社区')), { ethics: 30, skill: 30, town: 20 }).ok);
  assert.equal(ScoreSheet.safeParse({ ...sheet, items: items.slice(0, 3) }).success, false, '不是基层时只有 80 分');
  assert.equal(ScoreSheet.safeParse({ ...sheet, items: sheet.items.toReversed() }).success, false, '不合格即否决的项目放在首位');
});

test('组成评审组：人数正好，不重复，够用时一个单位只出一人', () => {
  const expert = fc.record({ expertId: fc.uuid(), organisationId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), load: fc.nat({ max: 9 }), fits: fc.boolean(), ticket: fc.uuid() });
  fc.assert(fc.property(fc.uniqueArray(expert, { selector: (each: Eligible) => each.expertId, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (experts, size) => {
    const members = seat(experts, size);
    assert.equal(members.length, experts.length >= size ? size : 0);
    assert.equal(new Set(members).size, members.length);
    const houses = new Set(members.map((id) => experts.find((each) => each.expertId === id)?.organisationId));
    if (new Set(experts.map((each) => each.organisationId)).size >= size && members.length) assert.equal(houses.size, size);
  }), { seed: 20261123 });
});
