import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import { Table } from './kernel/table.ts';
import { decide, loadDictionary, loadPolicy, type Facts, type Policy } from './policy.ts';
import { moveBetween, slide } from './sandbox.ts';
import type { Crowd } from './sandboxCrowd.ts';
import { moneyShown } from './sandboxMoney.ts';
import { yearsAhead, daysAhead } from './sandboxYears.ts';
import { standingOf } from './standing.ts';
import { numberParameters, withParameters } from './withParameters.ts';

const read = (file: string): string => fs.readFileSync(path.join(shippedRegions, file), 'utf8');
const dictionary = loadDictionary(read('china/facts.yaml'));
assert.ok(dictionary.ok);
const policyOf = (file: string): Policy => {
  const loaded = loadPolicy(read(file), dictionary.value);
  assert.ok(loaded.ok, file);
  return loaded.value;
};
const files = ['putuo/policies/talent-development/2.0.yaml', 'harbin/policies/talent-thirty/2023.yaml', 'china/policies/order-oriented/2018.yaml', 'cixi/policies/medical-scholarship/2013.yaml'];
const asOf = '2026-11-23';

function anyFacts(policy: Policy): fc.Arbitrary<Facts> {
  const values = policy.facts.map((fact): [string, fc.Arbitrary<unknown>] => {
    const { type } = policy.dictionary.facts[fact] ?? { type: { kind: 'boolean' } as const };
    if (type.kind === 'boolean') return [fact, fc.constantFrom(true, true, false, undefined)];
    if (type.kind === 'integer') return [fact, fc.option(fc.integer({ min: 0, max: 70 }), { nil: undefined, freq: 5 })];
    if (type.kind === 'date') return [fact, fc.constantFrom('1966-02-28', '1979-05-20', '1981-11-24', '1981-11-23', '1990-01-01', '2020-02-29', undefined)];
    if (type.kind === 'enumeration') return [fact, fc.constantFrom(...(policy.dictionary.enumerations[type.domain]?.values ?? []), undefined)];
    return [fact, fc.constantFrom(undefined, { 齐: false, 项: [] }, { 齐: true, 项: [{ 级别: '省级', 第一完成人: true }, { 级别: '国家级', 第一完成人: true }] }, { 齐: true, 项: [{ 级别: '省级' }] })];
  });
  return fc.record(Object.fromEntries(values)) as fc.Arbitrary<Facts>;
}

const crowdOf = (people: readonly Facts[]): Crowd => ({
  size: people.length, factsOf: (index) => people[index] ?? {}, institutionOf: Uint16Array.from(people, (_, index) => index % 3), table: new Table(people.length),
  institutions: ['甲', '乙', '丙'].map((name) => ({ organisationId: name, name })),
});

/** The same counts one person after another by the interpreter. */
function byPerson(published: Policy, tried: Policy, people: readonly Facts[]) {
  const results = Object.keys(tried.results).map((name) => ({ name, before: 0, after: 0, gains: 0, loses: 0, becomesUnknown: 0 }));
  const totals = [0, 0, 0, 0];
  for (const facts of people) {
    const [was, is] = [decide(published, facts, asOf), decide(tried, facts, asOf)];
    for (const result of results) {
      const [before, after] = [was.results[result.name]?.verdict ?? 'no', is.results[result.name]?.verdict ?? 'no'];
      if (before === 'yes') result.before += 1;
      if (after === 'yes') result.after += 1;
      const move = moveBetween(before, after);
      if (move) result[move] += 1;
    }
    [was.total.sure, was.total.possible ?? Infinity, is.total.sure, is.total.possible ?? Infinity].forEach((fen, at) => void ((totals[at] as number) += fen));
  }
  return { results, totals };
}

for (const file of files) {
  const published = policyOf(file);
  const values = fc.record(Object.fromEntries(numberParameters(published).map((name) => [name, fc.option(fc.nat(60), { nil: undefined })])))
    .map((record) => Object.fromEntries(Object.entries(record).filter((entry): entry is [string, number] => entry[1] !== undefined)));
  test(`${published.title}：拖动任意参数，人数与金额都与逐人计算相同`, () => {
    fc.assert(fc.property(fc.array(anyFacts(published), { minLength: 1, maxLength: 90 }), fc.array(values, { minLength: 1, maxLength: 3 }), (people, tries) => {
      const crowd = crowdOf(people);
      const standing = standingOf(published, crowd, asOf);
      for (const parameters of tries) {
        const tried = withParameters(published, parameters, asOf);
        const found = slide({ published: standing, draft: standing, tried }, crowd);
        const expected = byPerson(published, tried, people);
        assert.deepEqual(found.results.map(({ change: _same, ...counts }) => counts), expected.results);
        assert.deepEqual([found.before.sure, found.before.possible, found.after.sure, found.after.possible], expected.totals);
        assert.equal(found.institutions.reduce((sum, { after }) => sum + after.sure, 0), found.after.sure);
      }
    }), { numRuns: 60 });
  });

  test(`${published.title}：以后几年逐年与逐人计算相同`, () => {
    fc.assert(fc.property(fc.array(anyFacts(published), { minLength: 1, maxLength: 30 }), (people) => {
      const days = daysAhead(asOf, 4);
      const found = yearsAhead(published, crowdOf(people), days, { every: 'once', shares: [100] });
      const best = people.map(() => 0);
      const expected = days.map((day) => people.reduce((sum, facts, at) => {
        const sure = decide(published, facts, day).total.sure;
        const more = Math.max(0, sure - (best[at] ?? 0));
        best[at] = Math.max(best[at] ?? 0, sure);
        return sum + more;
      }, 0));
      assert.deepEqual(found.map(({ paid }) => moneyShown(paid).sure), expected);
      assert.deepEqual(found.map(({ entitled }) => entitled), days.map((day) => people.filter((facts) => Object.values(decide(published, facts, day).results).some(({ verdict }) => verdict === 'yes')).length));
    }), { numRuns: 40 });
  });
}
