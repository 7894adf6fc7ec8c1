import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type pg from 'pg';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { verdictAt, type Outcome } from '../domain/kernel/outcome.ts';
import { personOn } from '../domain/evaluate.ts';
import type { Node } from '../domain/model.ts';
import { missOf } from '../domain/sandboxOutside.ts';
import { loadDictionary, loadPolicy, type Dictionary, type Facts, type Line, type Policy, type Verdict } from '../domain/policy.ts';

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

/** Everything that decides, as one set of modules: ours, or a copy with a mistake in it. */
const modules = {
  decide: () => import('../domain/decide.ts'), explain: () => import('../domain/explain.ts'), population: () => import('../domain/kernel/population.ts'), table: () => import('../domain/kernel/table.ts'),
  arrays: () => import('../domain/kernel/arrays.ts'), wasm: () => import('../domain/kernel/wasm.ts'), columnsQuery: () => import('../domain/kernel/columnsQuery.ts'), sql: () => import('../domain/sql.ts'), sqlRow: () => import('../domain/sqlRow.ts'),
};
type Engine = { [Name in keyof typeof modules]: Awaited<ReturnType<(typeof modules)[Name]>> };
const files: Record<keyof Engine, string> = {
  decide: 'decide.ts', explain: 'explain.ts', population: 'kernel/population.ts', table: 'kernel/table.ts', arrays: 'kernel/arrays.ts', wasm: 'kernel/wasm.ts', columnsQuery: 'kernel/columnsQuery.ts', sql: 'sql.ts', sqlRow: 'sqlRow.ts',
};
const names = Object.keys(files) as (keyof Engine)[];
const ours = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await modules[name]()]))) as Engine;

const ranked: Verdict[] = ['no', 'unknown', 'yes'];
const least = (marks: Verdict[]): Verdict => ranked[Math.min(2, ...marks.map((mark) => ranked.indexOf(mark)))] ?? 'no';
const opposite: Record<Verdict, Verdict> = { yes: 'no', no: 'yes', unknown: 'unknown' };

/** The verdict that the marks of the innermost lines shown add up to. */
function addedUp(node: Node, line: Line): Verdict {
  const inner = node.op === 'all' || node.op === 'any' ? node.parts.map((part, at) => addedUp(part, line.lines[at] as Line)) : [];
  if (node.op === 'all') return least(inner);
  if (node.op === 'any') return opposite[least(inner.map((mark) => opposite[mark]))];
  return node.op === 'not' ? opposite[addedUp(node.part, line.lines[0] as Line)] : line.mark;
}

/** The explainer's verdict; where the lines it shows say otherwise, theirs. */
function explained({ explain }: Engine, { policy, asOf }: Sample, facts: Facts): Verdict[] {
  return Object.entries(policy.results).map(([name, { when }]) => {
    const { verdict, lines } = explain.explain(policy, name, facts, asOf);
    const shown = when.op === 'all' ? least(when.parts.map((part, at) => addedUp(part, lines[at] as Line))) : addedUp(when, lines[0] as Line);
    return shown === verdict ? verdict : shown;
  });
}

const byOutcomes = (outcomes: Outcome[], size: number): Verdicts => Array.from({ length: size }, (_, index) => outcomes.map((outcome) => verdictAt(outcome, index)));

function inColumns({ population, table, arrays, wasm }: Engine, { policy, crowd, asOf }: Sample, place: 'wasm' | 'shared' | 'plain'): Verdicts {
  const plan = population.planFor(policy, asOf);
  const filled = population.tableOf(crowd, policy, asOf, plan, new table.Table(crowd.length, place));
  return byOutcomes(place === 'plain' ? arrays.runWithArrays(plan, filled) : wasm.wasmKernel(plan, filled)(), crowd.length);
}

async function withRows<T>({ sqlRow }: Engine, { policy, crowd }: Sample, ask: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table people (id integer ${sqlRow.sqlColumns(policy).map(({ name, type }) => `, ${name} ${type}`).join('')}) on commit drop`);
    const rows = crowd.map((facts, index) => [index, ...sqlRow.sqlRow(policy, facts)]);
    const places = rows.map((row, index) => `(${row.map((_, at) => `$${index * row.length + at + 1}`).join()})`).join();
    await client.query(`insert into people values ${places}`, rows.flat());
    return await ask(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const bySql = (engine: Engine, sample: Sample): Promise<Verdicts> => withRows(engine, sample, async (client) => {
  const { rows: found } = await client.query({ text: engine.sql.decisionQuery(sample.policy, sample.asOf, 'people'), rowMode: 'array' });
  return (found as (boolean | null)[][]).map((row) => row.slice(1).map((value) => (value === null ? 'unknown' : value ? 'yes' : 'no')));
});

/** Columns loaded from the database by one query, then decided in WebAssembly. */
const loaded = (engine: Engine, sample: Sample): Promise<Verdicts> => withRows(engine, sample, async (client) => {
  const { policy, crowd, asOf } = sample;
  const plan = engine.population.planFor(policy, asOf);
  const { rows } = await client.query({ text: engine.columnsQuery.columnsQuery(plan, (fact) => engine.sql.columnName(policy, fact), 'people'), rowMode: 'array' });
  const table = new engine.table.Table(crowd.length);
  engine.columnsQuery.fillPacked(table, plan, rows[0] as unknown as Buffer[]);
  return byOutcomes(engine.wasm.wasmKernel(plan, table)(), crowd.length);
});

const backEnds = {
  解释器: (engine: Engine, { policy, crowd, asOf }: Sample): Verdicts => crowd.map((facts) => Object.values(engine.decide.decide(policy, facts, asOf).results).map(({ verdict }) => verdict)),
  逐条说明: (engine: Engine, sample: Sample): Verdicts => sample.crowd.map((facts) => explained(engine, sample, facts)),
  WebAssembly: (engine: Engine, sample: Sample) => inColumns(engine, sample, 'wasm'),
  共享内存: (engine: Engine, sample: Sample) => inColumns(engine, sample, 'shared'),
  数组: (engine: Engine, sample: Sample) => inColumns(engine, sample, 'plain'),
  SQL: bySql,
  从数据库装列: loaded,
} satisfies Record<string, (engine: Engine, sample: Sample) => Promise<Verdicts> | Verdicts>;
type BackEnd = keyof typeof backEnds;

test('各种算法对任意条件、任意残缺的人给出同一结论', async () => {
  await fc.assert(fc.asyncProperty(samples, async (drawn) => {
    const sample = sampleOf(drawn);
    const expected = backEnds.解释器(ours, sample);
    for (const [name, decided] of Object.entries(backEnds)) assert.deepEqual(await decided(ours, sample), expected, name);
  }), { numRuns: Number(process.env.POLICY_RUNS ?? 40) });
});

test('刚好在外：只对结论为否的人说，差的总是正数，任何写法都不出错', () => {
  fc.assert(fc.property(samples, (drawn) => {
    const { policy, crowd, asOf } = sampleOf(drawn);
    for (const facts of crowd) {
      for (const [name, { verdict }] of Object.entries(ours.decide.decide(policy, facts, asOf).results)) {
        const missed = missOf(policy, name, personOn(policy, facts, asOf));
        assert.ok(missed === undefined || (verdict === 'no' && missed.short > 0), JSON.stringify(missed));
      }
    }
  }), { numRuns: 40 });
});

/** A mistake in one line of the product: which back ends must be told from the right interpreter, the file, what stands there and what is written instead. */
type Mutant = [inBackEnds: BackEnd[], file: string, from: string, to: string];
const mutants: Mutant[] = [
  [['解释器', '逐条说明', '数组'], 'evaluate.ts', "case '>=': return left >= right;", "case '>=': return left > right;"],
  [['解释器', '逐条说明'], 'evaluate.ts', 'return one === truthOf(otherwise, person) ? one : 1;', 'return one;'],
  [['解释器', '逐条说明'], 'evaluate.ts', 'if (truth < least) least = truth;', ''],
  [['解释器', '逐条说明', 'WebAssembly'], 'evaluate.ts', 'most: found.complete ? most : Infinity', 'most'],
  [['解释器', '逐条说明'], 'evaluate.ts', 'return value === undefined ? 1 : value ? 2 : 0;', 'return value ? 2 : 0;'],
  [['逐条说明'], 'explain.ts', 'if (truth === 2 && open.length === 0)', 'if (truth >= 1 && open.length === 0)'],
  [['WebAssembly', '共享内存', '数组'], 'kernel/plan.ts', "case '<=': return this.within(column, 0, code);", "case '<=': return this.within(column, 0, code - 1);"],
  [['WebAssembly', '共享内存', '数组'], 'kernel/plan.ts', "case '>': return atLeast(bound + 1);", "case '>': return atLeast(bound);"],
  [['WebAssembly', '数组', 'SQL', '从数据库装列'], 'bind.ts', "case '<=': return compare('>', count + 1);", "case '<=': return compare('>', count);"],
  [['WebAssembly', '数组'], 'kernel/table.ts', '[column.kind], highest[2])', '.least, highest[2])'],
  [['数组'], 'kernel/arrays.ts', 'code === missing ? 1 :', 'code === missing ? 0 :'],
  [['数组'], 'kernel/arrays.ts', 'into[index] = one < other === least ? one : other;', 'into[index] = one < other ? one : other;'],
  [['WebAssembly', '共享内存', '从数据库装列'], 'kernel/wasm.ts', "step.op === 'least' ? simd.least8 : simd.greatest8", "step.op === 'least' ? simd.greatest8 : simd.least8"],
  [['WebAssembly', '共享内存', '从数据库装列'], 'kernel/wasm.ts', '...splat8(end - from)', '...splat8(end - from - 1)'],
  [['SQL'], 'sql.ts', "'>=': '>='", "'>=': '>'"],
  [['SQL'], 'sql.ts', ' when ${then} = ${otherwise} then ${then} end)', ' end)'],
  [['SQL'], 'sql.ts', 'where (${counts}) is not false) end)', 'where ${counts}) end)'],
  [['SQL'], 'sql.ts', "return `(not ${part(node.part)})`", "return `(${part(node.part)} is not true)`"],
  [['从数据库装列'], 'kernel/columnsQuery.ts', '::integer * 2, 1)', '::integer * 2, 0)'],
  [['从数据库装列'], 'kernel/columnsQuery.ts', ')::boolean then ${end} else ${highest[2]} end)', ')::boolean then ${end} else 0 end)'],
];

const domain = fileURLToPath(new URL('../domain', import.meta.url));
const scratch = fileURLToPath(new URL('../../../.xinglin', import.meta.url));
fs.mkdirSync(scratch, { recursive: true });
const copies = fs.mkdtempSync(path.join(scratch, 'mutants-'));
after(() => fs.rmSync(copies, { recursive: true }));

/** The modules of the product with one line changed. */
async function mutated(number: number, [, file, from, to]: Mutant): Promise<Engine> {
  const folder = path.join(copies, String(number));
  fs.cpSync(domain, folder, { recursive: true, filter: (source) => !source.endsWith('.test.ts') });
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  assert.equal(text.split(from).length, 2, `${file} 里应有且只有一处：${from}`);
  fs.writeFileSync(path.join(folder, file), text.replace(from, () => to));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await import(pathToFileURL(path.join(folder, files[name])).href)]))) as Engine;
}

test('在任何一种算法的程序里改错一处，对照都会发现', async () => {
  const drawn = fc.sample(samples, { numRuns: 14, seed: 7 }).map(sampleOf);
  const right = drawn.map((sample) => JSON.stringify(backEnds.解释器(ours, sample)));
  const differs = async (engine: Engine, name: BackEnd): Promise<boolean> => {
    for (const [at, sample] of drawn.entries()) if (JSON.stringify(await backEnds[name](engine, sample)) !== right[at]) return true;
    return false;
  };
  for (const name of Object.keys(backEnds) as BackEnd[]) assert.equal(await differs(ours, name), false, name);
  for (const [number, mutant] of mutants.entries()) {
    const engine = await mutated(number, mutant);
    for (const name of mutant[0]) assert.ok(await differs(engine, name), `${name} 没有发现 ${mutant[1]}：${mutant[2]} → ${mutant[3]}`);
  }
});
