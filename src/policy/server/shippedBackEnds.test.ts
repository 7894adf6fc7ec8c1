import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { runWithArrays } from '../domain/kernel/arrays.ts';
import { columnsQuery, fillPacked } from '../domain/kernel/columnsQuery.ts';
import { verdictAt, type Outcome } from '../domain/kernel/outcome.ts';
import { planFor, tableOf } from '../domain/kernel/population.ts';
import { Table } from '../domain/kernel/table.ts';
import { wasmKernel } from '../domain/kernel/wasm.ts';
import { decide, loadDictionary, loadPolicy, publicationOf, type Facts, type Policy, type Verdict } from '../domain/policy.ts';
import { columnName, decisionQuery } from '../domain/sql.ts';
import { sqlColumns, sqlRow } from '../domain/sqlRow.ts';

const { pool } = await testDatabase();
const dictionary = loadDictionary(fs.readFileSync(path.join(shippedRegions, 'china/facts.yaml'), 'utf8'));
assert.ok(dictionary.ok);
const policies = fs.globSync('*/policies/*/*.yaml', { cwd: shippedRegions }).toSorted().map((file): Policy => {
  const loaded = loadPolicy(fs.readFileSync(path.join(shippedRegions, file), 'utf8'), dictionary.value);
  assert.ok(loaded.ok, file);
  return loaded.value;
});

type Verdicts = Verdict[][];

function byColumns(policy: Policy, crowd: Facts[], asOf: string, inWasm: boolean): Verdicts {
  const plan = planFor(policy, asOf);
  const table = tableOf(crowd, policy, asOf, plan, new Table(crowd.length, inWasm ? 'wasm' : 'plain'));
  return verdictsOf(inWasm ? wasmKernel(plan, table)() : runWithArrays(plan, table), crowd.length);
}

const verdictsOf = (outcomes: Outcome[], size: number): Verdicts => Array.from({ length: size }, (_, index) => outcomes.map((outcome) => verdictAt(outcome, index)));

/** Decided in the database, and decided in columns loaded from it. */
async function bySql(policy: Policy, crowd: Facts[], asOf: string): Promise<{ inPlace: Verdicts; loaded: Verdicts }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table people (id integer ${sqlColumns(policy).map(({ name, type }) => `, ${name} ${type}`).join('')}) on commit drop`);
    for (const [id, facts] of crowd.entries()) {
      const row = [id, ...sqlRow(policy, facts)];
      await client.query(`insert into people values (${row.map((_, at) => `$${at + 1}`).join()})`, row);
    }
    const { rows } = await client.query({ text: decisionQuery(policy, asOf, 'people'), rowMode: 'array' });
    const inPlace = (rows as (boolean | null)[][]).map((row) => row.slice(1).map((value): Verdict => (value === null ? 'unknown' : value ? 'yes' : 'no')));
    const plan = planFor(policy, asOf);
    const packed = await client.query({ text: columnsQuery(plan, (fact) => columnName(policy, fact), 'people'), rowMode: 'array' });
    const table = new Table(crowd.length);
    fillPacked(table, plan, packed.rows[0] as unknown as Buffer[]);
    return { inPlace, loaded: verdictsOf(wasmKernel(plan, table)(), crowd.length) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('各地政策的全部例子，四种算法结论一致', async () => {
  let cases = 0;
  for (const policy of policies) {
    for (const [asOf, tests] of Map.groupBy(policy.tests, (each) => each.asOf)) {
      const crowd = tests.map(({ facts }) => facts);
      const expected = crowd.map((facts) => Object.values(decide(policy, facts, asOf).results).map(({ verdict }) => verdict));
      const said = `${policy.code}@${policy.version} ${asOf}`;
      assert.deepEqual(byColumns(policy, crowd, asOf, true), expected, said);
      assert.deepEqual(byColumns(policy, crowd, asOf, false), expected, said);
      assert.deepEqual(await bySql(policy, crowd, asOf), { inPlace: expected, loaded: expected }, said);
      cases += crowd.length;
    }
  }
  assert.ok(cases >= 120, `${cases}`);
});

test('有待核的政策只能模拟，不能公布；全部有据的可以公布', () => {
  const find = (code: string, version: string) => publicationOf(policies.find((policy) => policy.code === code && policy.version === version) as Policy);
  assert.equal(find('talent-development', '2.0').publishable, false);
  assert.equal(find('medical-scholarship', '2013').publishable, true);
});
