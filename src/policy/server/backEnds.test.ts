import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type pg from 'pg';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { runWithArrays } from '../domain/kernel/arrays.ts';
import { verdictAt, type Outcome } from '../domain/kernel/outcome.ts';
import type { Plan } from '../domain/kernel/plan.ts';
import { planFor, tableOf } from '../domain/kernel/population.ts';
import { Table } from '../domain/kernel/table.ts';
import { wasmKernel } from '../domain/kernel/wasm.ts';
import { decide, loadDictionary, loadPolicy, type Dictionary, type Facts, type Policy, type Verdict } from '../domain/policy.ts';
import { decisionQuery } from '../domain/sql.ts';
import { sqlColumns, sqlRow } from '../domain/sqlRow.ts';

const { pool } = await testDatabase();

const dictionary: Dictionary = (() => {
  const loaded = loadDictionary(`
枚举:
  等级: { 有序: true, 值: [甲, 乙, 丙, 丁, 戊] }
  类别: { 有序: false, 值: [内, 外, 妇, 儿, 全科] }
事实:
  职级: { 型: 枚举, 域: 等级, 键: rank }
  学级: { 型: 枚举, 域: 等级, 键: degree }
  科: { 型: 枚举, 域: 类别, 键: field }
  全职: { 型: 布尔, 键: full }
  处分: { 型: 布尔, 键: punished }
  论文: { 型: 整数, 键: papers }
  课题: { 型: 整数, 键: grants }
  生日: { 型: 日期, 键: born }
  入职: { 型: 日期, 键: hired }
  成果: { 型: 列表, 键: works, 项: { 级: { 型: 枚举, 域: 等级 }, 年: { 型: 整数 }, 一作: { 型: 布尔 }, 日: { 型: 日期 } } }
`);
  assert.ok(loaded.ok);
  return loaded.value;
})();

const days = fc.constantFrom('2000-02-29', '1996-02-29', '1990-06-30', '1990-07-01', '2004-02-28', '1985-03-01', '2020-01-01', '2026-06-30', '1899-12-31', '2090-01-01');
const asOfs = fc.constantFrom('2026-06-30', '2024-02-29', '2025-02-28', '2025-03-01');
const signs = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
const numbers = fc.constantFrom(-1, 0, 1, 2, 3, 5, 20, 36, 65534, 70000);
const ranks = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
const fields = fc.constantFrom('内', '外', '妇', '儿', '全科');
const written = (...parts: (string | fc.Arbitrary<unknown>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((chosen) => chosen.join(''));

const ofItems = fc.oneof(written('级 ', signs, ' "', ranks, '"'), written('年 ', signs, ' ', numbers), fc.constant('一作'), written('日 ', signs, ' ', days),
  written('周年(日, 基准日) ', signs, ' ', numbers), written('级 >= "乙" 且 非 一作'));
const atoms = fc.oneof(
  written(fc.constantFrom('职级', '学级'), ' ', signs, ' "', ranks, '"'), written('职级 ', signs, ' 学级'), written('科 ', fc.constantFrom('=', '!='), ' "', fields, '"'),
  written('科 属于 [', fc.uniqueArray(fields, { minLength: 1 }).map((all) => all.map((each) => `"${each}"`).join(', ')), ']'), fc.constantFrom('科 属于 目录', '科 属于 空目录', '全职', '处分', '全职 = 处分', '全职 != 真'),
  written(fc.constantFrom('生日', '入职'), ' ', signs, ' ', days), written('生日 ', signs, ' 入职'), written('基准日 ', signs, ' ', days),
  written('周岁(', fc.constantFrom('生日', '入职'), ', 基准日) ', signs, ' ', numbers), written(numbers, ' ', signs, ' 周年(生日, 基准日)'), written('周年(生日, 入职) ', signs, ' ', numbers),
  written(fc.constantFrom('论文', '课题'), ' ', signs, ' ', numbers), written('论文 + 课题 * 2 ', signs, ' ', numbers), written('论文 属于 [0, 1, 3, 70000]'), written('论文 ', signs, ' ', fc.constantFrom('门槛', '空缺', '课题')),
  written('已知(', fc.constantFrom('生日', '论文', '全职', '科', '论文 + 课题'), ')'),
  written('计数(成果[', ofItems, ']) ', signs, ' ', fc.constantFrom(0, 1, 2)), written(fc.constantFrom('0', '1', '课题'), ' ', signs, ' 计数(成果)'), written('有(成果[', ofItems, '])'));
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3, withCrossShrink: true }, atoms, written('(', tie('condition'), ' 且 ', tie('condition'), ')'), written('(', tie('condition'), ' 或 ', tie('condition'), ')'),
    written('非 (', tie('condition'), ')'), written('已知((', tie('condition'), '))')),
}));

const texts = fc.record({ base: condition, exceptions: fc.array(fc.tuple(condition, condition), { maxLength: 2 }), results: fc.array(condition, { minLength: 12, maxLength: 12 }) }).map(({ base, exceptions, results }) => `
政策: any
名称: 任意
版本: "1"
施行: { 起: 2020-01-01 }
依据: { 文: { 名: 文 } }
参数:
  目录: { 域: 类别, 值: [内, 全科], 据: 文 }
  空目录: { 型: 目录, 域: 类别, 待核: true }
  空缺: { 型: 整数, 待核: true }
  门槛: { 据: 文, 值按日: [{ 起: 2020-01-01, 值: 1 }, { 起: 2025-03-01, 值: 3 }] }
条款:
  基本: { 据: 文, 则: '${base}' }
${exceptions.map(([when, then], index) => `  例外${index}: { 据: 文, 例外于: 基本, 当: '${when}', 则: '${then}' }`).join('\n')}
结果:
${results.map((result, index) => `  r${index}: { 据: 文, 当: '${index % 3 ? result : `${result} 或 基本`}', 资格: 有 }`).join('\n')}
测试: [{ 例: 无, 期: {} }]
`);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const items = fc.record({ 级: maybe(ranks), 年: maybe(fc.constantFrom(0, 1, 2, 20)), 一作: maybe(fc.boolean()), 日: maybe(days) });
const people: fc.Arbitrary<Facts> = fc.record({
  职级: maybe(ranks), 学级: maybe(ranks), 科: maybe(fields), 全职: maybe(fc.boolean()), 处分: maybe(fc.boolean()), 论文: maybe(numbers), 课题: maybe(fc.constantFrom(0, 1, 2, 70000)),
  生日: maybe(days), 入职: maybe(days), 成果: maybe(fc.record({ 齐: fc.boolean(), 项: fc.array(items, { maxLength: 3 }) })),
}).map((facts) => JSON.parse(JSON.stringify(facts)) as Facts);

const samples = fc.record({ text: texts, crowd: fc.array(people, { minLength: 40, maxLength: 40 }), asOf: asOfs });
type Sample = { policy: Policy; crowd: Facts[]; asOf: string };

function sampleOf({ text, crowd, asOf }: { text: string; crowd: Facts[]; asOf: string }): Sample {
  const loaded = loadPolicy(text, dictionary);
  assert.ok(loaded.ok, JSON.stringify(loaded.ok || loaded.problems));
  return { policy: loaded.value, crowd, asOf };
}

type Verdicts = Verdict[][];

const byInterpreter = ({ policy, crowd, asOf }: Sample): Verdicts => crowd.map((facts) => Object.values(decide(policy, facts, asOf).results).map(({ verdict }) => verdict));

const byOutcomes = (outcomes: Outcome[], size: number): Verdicts => Array.from({ length: size }, (_, index) => outcomes.map((outcome) => verdictAt(outcome, index)));

function byKernel({ policy, crowd, asOf }: Sample, inWasm: boolean, spoil: (plan: Plan) => Plan = (plan) => plan): Verdicts {
  const plan = spoil(planFor(policy, asOf));
  const table = tableOf(crowd, policy, asOf, plan, new Table(crowd.length, inWasm ? 'wasm' : 'plain'));
  return byOutcomes(inWasm ? wasmKernel(plan, table)() : runWithArrays(plan, table), crowd.length);
}

async function bySql({ policy, crowd, asOf }: Sample, spoil: (query: string) => string = (query) => query): Promise<Verdicts> {
  const client: pg.PoolClient = await pool.connect();
  try {
    const columns = sqlColumns(policy);
    await client.query('begin');
    await client.query(`create temp table people (id integer ${columns.map(({ name, type }) => `, ${name} ${type}`).join('')}) on commit drop`);
    const rows = crowd.map((facts, index) => [index, ...sqlRow(policy, facts)]);
    const places = rows.map((row, index) => `(${row.map((_, at) => `$${index * row.length + at + 1}`).join()})`).join();
    await client.query(`insert into people values ${places}`, rows.flat());
    const { rows: found } = await client.query({ text: spoil(decisionQuery(policy, asOf, 'people')), rowMode: 'array' });
    return (found as (boolean | null)[][]).map((row) => row.slice(1).map((value) => (value === null ? 'unknown' : value ? 'yes' : 'no')));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('四种算法对任意条件、任意残缺的人给出同一结论', async () => {
  await fc.assert(fc.asyncProperty(samples, async (drawn) => {
    const sample = sampleOf(drawn);
    const expected = byInterpreter(sample);
    assert.deepEqual(byKernel(sample, true), expected, 'WebAssembly');
    assert.deepEqual(byKernel(sample, false), expected, 'typed arrays');
    assert.deepEqual(await bySql(sample), expected, 'SQL');
  }), { numRuns: Number(process.env.POLICY_RUNS ?? 40) });
});

/** Whether any of some samples tells a spoilt back end from the interpreter. */
async function noticed(spoilt: (sample: Sample) => Promise<Verdicts> | Verdicts): Promise<boolean> {
  for (const sample of fc.sample(samples, { numRuns: 10, seed: 7 }).map(sampleOf)) {
    if (JSON.stringify(await spoilt(sample)) !== JSON.stringify(byInterpreter(sample))) return true;
  }
  return false;
}

const spoilSteps = (change: (step: Plan['steps'][number]) => Plan['steps'][number]) => (plan: Plan): Plan => ({ ...plan, steps: plan.steps.map(change) });

test('在任何一种算法里埋一个错，对照都会发现', async () => {
  assert.equal(await noticed((sample) => bySql(sample)), false);
  assert.ok(await noticed((sample) => bySql(sample, (query) => query.replaceAll(' >= ', ' > '))), 'SQL：不小于写成大于');
  assert.ok(await noticed((sample) => bySql(sample, (query) => query.replaceAll('is not false', 'is true'))), 'SQL：列表的未知当作否');
  const off = spoilSteps((step) => (step.op === 'range' ? { ...step, to: Math.max(step.from, step.to - 1) } : step));
  assert.ok(await noticed((sample) => byKernel(sample, true, off)), 'WebAssembly：区间少一格');
  const swapped = spoilSteps((step) => (step.op === 'least' ? { ...step, op: 'greatest' } : step));
  assert.ok(await noticed((sample) => byKernel(sample, false, swapped)), 'typed arrays：且写成或');
  const zero = (facts: Facts): Facts => ({ 论文: 0, ...facts });
  assert.ok(await noticed((sample) => byInterpreter({ ...sample, crowd: sample.crowd.map(zero) })), '解释器：缺的数当作零');
});
