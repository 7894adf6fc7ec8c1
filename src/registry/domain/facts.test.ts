import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateOrderFaults } from './factOrder.ts';
import { factsInForce, inForceOn, openClaims, rankOf, type FactRecord, type FactSource } from './factTimeline.ts';
import { planCorrection, planFact, sinceEver, type ToldFact } from './planFacts.ts';

const today = '2026-11-23';
const fact = (more: Partial<FactRecord>): FactRecord => ({
  factId: 'fct_1', kind: '职称', value: '中级', source: 'institution', evidence: '', from: '2015-12-01', to: null, recordedAt: new Date('2026-01-01'), verifiedAs: null, supersededBy: null, ...more,
});
const told = (more: Partial<ToldFact>): ToldFact => ({ kind: '职称', value: '副高', source: 'institution', evidence: '', verifiedAs: null, ...more });

describe('事实随时间', () => {
  const history = [fact({}), fact({ factId: 'fct_2', value: '副高', from: '2022-06-01' })];

  it('问哪一天就是哪一天的', () => {
    assert.equal(inForceOn(history, '2015-11-30'), undefined);
    assert.equal(inForceOn(history, '2020-01-01')?.value, '中级');
    assert.equal(inForceOn(history, '2022-06-01')?.value, '副高');
  });

  it('权威高于单位,单位高于本人;核验提高到核验者的分量', () => {
    const weights = (['self', 'import', 'institution', 'authority'] as FactSource[]).map((source) => rankOf({ source, verifiedAs: null }));
    assert.deepEqual(weights, [1, 2, 2, 3]);
    assert.equal(rankOf({ source: 'self', verifiedAs: 'institution' }), 2);
    assert.equal(inForceOn([fact({ source: 'authority' }), fact({ factId: 'fct_2', value: '副高', source: 'self', from: '2023-01-01' })], today)?.value, '中级');
  });

  it('本人的更正在等核验时列为待核验', () => {
    const claim = fact({ factId: 'fct_2', value: '副高', source: 'self' });
    assert.deepEqual(openClaims([fact({}), claim], today).map((each) => each.factId), ['fct_2']);
  });

  it('重复告知不再记;新值从今天起,旧值仍是过去的', () => {
    assert.equal(planFact([fact({})], told({ value: '中级' }), today), undefined);
    assert.deepEqual(planFact([fact({})], told({}), today), { ...told({}), from: today, supersedes: [] });
    assert.deepEqual(planFact([], told({}), today), { ...told({}), from: sinceEver, supersedes: [] });
  });

  it('更正站在原处,从原来那天起', () => {
    assert.deepEqual(planCorrection([fact({})], told({}), today), { ...told({}), from: '2015-12-01', supersedes: ['fct_1'] });
    assert.deepEqual(planCorrection([fact({ source: 'authority' })], told({ source: 'self' }), today).supersedes, []);
  });

  it('任意历史:每种事实至多一条生效,且没有更重的被放过', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((offset) => new Date(Date.UTC(2017, 0, 1 + offset)).toISOString().slice(0, 10));
    const record = fc.record({ from: day, source: fc.constantFrom<FactSource>('self', 'import', 'institution', 'authority'), supersededBy: fc.constantFrom(null, null, 'fct_x'), value: fc.integer({ min: 0, max: 9 }).map(String) });
    fc.assert(fc.property(fc.array(record, { maxLength: 8 }), day, (records, date) => {
      const facts = records.map((each, at) => fact({ ...each, factId: `fct_${at}` }));
      const chosen = factsInForce(facts, date).get('职称');
      const held = facts.filter((each) => each.supersededBy === null && each.from <= date);
      assert.equal(chosen === undefined, held.length === 0);
      if (chosen) assert.ok(held.every((each) => rankOf(each) < rankOf(chosen) || (rankOf(each) === rankOf(chosen) && each.from <= chosen.from)));
    }), { seed: 7, numRuns: 300 });
  });
});

describe('第33行:日期先后', () => {
  it('未满十六岁参加工作、到岗早于参加工作、将来的日期', () => {
    assert.deepEqual(dateOrderFaults({ birthDate: '2000-05-01', workStartDate: '2016-04-30' }, today), [{ earlier: 'birthDate', later: 'workStartDate', years: 16 }]);
    assert.deepEqual(dateOrderFaults({ birthDate: '2000-05-01', workStartDate: '2016-05-01' }, today), []);
    assert.deepEqual(dateOrderFaults({ workStartDate: '2020-01-01', arrivalDate: '2019-12-31' }, today), [{ earlier: 'workStartDate', later: 'arrivalDate', years: 0 }]);
    assert.deepEqual(dateOrderFaults({ titleDate: '2026-11-24' }, today), [{ earlier: 'today', later: 'titleDate', years: 0 }]);
  });

  it('2月29日出生的人,平年3月1日满十六岁', () => {
    assert.deepEqual(dateOrderFaults({ birthDate: '1992-02-29', workStartDate: '2008-02-29' }, today), []);
    assert.equal(dateOrderFaults({ birthDate: '1991-03-01', workStartDate: '2007-02-28' }, today).length, 1);
  });
});
