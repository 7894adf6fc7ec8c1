import { globSync, readFileSync } from 'node:fs';
import { bindTo } from '#policy/domain/bind.ts';
import { completedYears, dayNumber, dayText } from '#policy/domain/calendar.ts';
import { parametersOn, truthOf, type Person } from '#policy/domain/evaluate.ts';
import { runWithArrays } from '#policy/domain/kernel/arrays.ts';
import { changedBetween, countBits, verdictAt, type Outcome } from '#policy/domain/kernel/outcome.ts';
import { planOf, type Plan } from '#policy/domain/kernel/plan.ts';
import { Table, fill } from '#policy/domain/kernel/table.ts';
import { wasmKernel } from '#policy/domain/kernel/wasm.ts';
import type { Node } from '#policy/domain/model.ts';
import { loadDictionary, loadPolicy, type Loaded, type Policy } from '#policy/domain/policy.ts';
import type { Encoded } from '#policy/domain/values.ts';
import { decideCountry } from './country.ts';
import { inPostgres } from './populationSql.ts';

// Sixty results of the shipped policies over a million people, missing facts included: WebAssembly, the same plan in typed arrays, and a loop written by hand for one policy.
const size = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const asOf = '2026-06-30';
const today = dayNumber(asOf) ?? 0;
const read = <T>(loaded: Loaded<T>): T => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};
const root = new URL('../regions/', import.meta.url);
const file = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const dictionary = read(loadDictionary(file('china/facts.yaml')));
const policies = globSync('*/policies/*/*.yaml', { cwd: root.pathname }).toSorted().map((path) => read(loadPolicy(file(path), dictionary)));
const putuo = policies.find(({ code, version }) => code === 'talent-development' && version === '2.0') as Policy;

type Condition = { name: string; node: Node };
const conditionsOf = (policy: Policy, trial: Parameters<typeof bindTo>[2] = {}, mark = ''): Condition[] => {
  const bind = bindTo(policy, asOf, trial);
  return Object.entries(policy.results).map(([name, { when }]) => ({ name: `${policy.code}/${policy.version}/${name}${mark}`, node: bind(when) }));
};
const shipped = policies.filter(({ subject }) => subject === 'person').flatMap((policy) => conditionsOf(policy));
const variants = Array.from({ length: 9 }, (_, shift) => conditionsOf(putuo, { 骨干年龄上限: 40 + shift, 带头人年龄上限: 46 + shift }, ` ${shift}`)).flat();
const sixty = [...shipped, ...variants].slice(0, 60);

let state = 20261123;
const below = (count: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};
const facts = [...new Set(policies.flatMap((policy) => policy.facts))];
function somebody(): Person {
  const values: Record<string, Encoded | undefined> = {};
  for (const fact of facts) {
    const type = dictionary.facts[fact]?.type;
    if (!type || below(10) === 0) continue;
    if (type.kind === 'boolean') values[fact] = below(2);
    else if (type.kind === 'integer') values[fact] = below(40);
    else if (type.kind === 'date') values[fact] = (1960 + below(66)) * 10000 + (1 + below(12)) * 100 + 1 + below(28);
    else if (type.kind === 'enumeration') values[fact] = below(dictionary.enumerations[type.domain]?.values.length ?? 1);
    else if (type.kind === 'list') values[fact] = { complete: below(3) > 0, items: Array.from({ length: below(3) }, () => ({ 级别: below(4), 第一完成人: below(2) })) };
  }
  return { values, asOf: today, parameters: {}, rules: {}, known: new Map(), item: undefined };
}

// Fifty thousand different people, over and over, so that what is measured is deciding and not making them up.
const pool = Array.from({ length: Math.min(size, 50_000) }, somebody);
function filled(plan: Plan): Table {
  const table = new Table(size);
  fill(table, plan, (index) => pool[index % pool.length] as Person);
  return table;
}

/** Processor time since a mark, in milliseconds: what else runs on the machine does not count. */
const since = (mark: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(mark);
  return (user + system) / 1000;
};

/** Milliseconds of the best of seven runs. */
function milliseconds<T>(run: () => T): { best: number; last: T } {
  let best = Infinity;
  let last = run();
  for (let round = 0; round < 7; round += 1) {
    const start = process.cpuUsage();
    last = run();
    best = Math.min(best, since(start));
  }
  return { best, last };
}

const sameCounts = (one: Outcome[], other: Outcome[]): boolean =>
  one.every((outcome, index) => countBits(outcome.yes, size) === countBits((other[index] as Outcome).yes, size) && countBits(outcome.unknown, size) === countBits((other[index] as Outcome).unknown, size));

const plan = planOf(sixty);
const fillStart = process.cpuUsage();
const table = filled(plan);
const fillMs = since(fillStart);
const compileStart = process.cpuUsage();
const kernel = wasmKernel(plan, table);
const compileMs = since(compileStart);
const wasm = milliseconds(kernel);
const arrays = milliseconds(() => runWithArrays(plan, table));
if (!sameCounts(wasm.last, arrays.last)) throw new Error('typed arrays differ from WebAssembly');
pool.slice(0, 5000).forEach((person, index) => sixty.forEach(({ name, node }, at) => {
  const expected = (['no', 'unknown', 'yes'] as const)[truthOf(node, person)];
  if (verdictAt(wasm.last[at] as Outcome, index) !== expected) throw new Error(`${name} differs for person ${index}`);
}));

// The loop that somebody would write by hand for one category, 学科骨干, over the same columns.
const backbone = planOf(conditionsOf(putuo).filter(({ name }) => name.endsWith('学科骨干')));
const limit = Number(parametersOn(putuo, asOf)['骨干年龄上限']);
const rank = (domain: string, label: string): number => dictionary.enumerations[domain]?.values.indexOf(label) ?? -1;
const serial = (day: number): number => Math.round((Date.parse(dayText(day)) - Date.parse('1900-01-01')) / 86_400_000);
const latest = serial(today - (limit + 1) * 10000);
if (completedYears(today - (limit + 1) * 10000, today) !== limit + 1) throw new Error('the age limit is not on a day');
function byHand(): { yes: number; unknown: number } {
  const code = (fact: string) => table.codes(fact);
  const [full, appraisal, poor, born, title, education] = ['全职在岗', '年度考核', '医德考评较差', '出生日期', '职称', '学历'].map(code);
  const [passed, middle, bachelor] = [rank('考核', '合格'), rank('职称', '中级'), rank('学历', '本科')];
  let yes = 0;
  let unknown = 0;
  for (let index = 0; index < size; index += 1) {
    const tests = [full?.[index] === 255 ? 1 : full?.[index] === 1 ? 2 : 0, at(appraisal?.[index], passed), poor?.[index] === 255 ? 1 : poor?.[index] === 0 ? 2 : 0,
      born?.[index] === 65535 ? 1 : (born?.[index] ?? 0) > latest ? 2 : 0, at(title?.[index], middle), at(education?.[index], bachelor)];
    const least = Math.min(tests[0] as number, tests[1] as number, tests[2] as number, tests[3] as number, tests[4] as number, tests[5] as number);
    if (least === 2) yes += 1;
    else if (least === 1) unknown += 1;
  }
  return { yes, unknown };
}
const at = (value: number | undefined, bound: number): number => (value === 255 ? 1 : (value ?? 0) >= bound ? 2 : 0);
fill(table, backbone, () => { throw new Error('the columns are there already'); });
const oneWasm = milliseconds(wasmKernel(backbone, table));
const oneArrays = milliseconds(() => runWithArrays(backbone, table));
const hand = milliseconds(byHand);
const [decided] = oneWasm.last as [Outcome];
if (hand.last.yes !== countBits(decided.yes, size) || hand.last.unknown !== countBits(decided.unknown, size)) throw new Error('the loop by hand differs');

// What if the age limit were 50: a new plan over the same columns, decided, and who changed listed.
const before = { ...decided, yes: decided.yes.slice(), unknown: decided.unknown.slice() };
const whatIf = milliseconds(() => {
  const trial = planOf(conditionsOf(putuo, { 骨干年龄上限: 50 }).filter(({ name }) => name.endsWith('学科骨干')));
  return changedBetween(before, wasmKernel(trial, table)()[0] as Outcome, size);
});

// A country on two threads: the same people over and over in memory that both threads share.
const countrySize = Number(process.env.BENCH_COUNTRY ?? 15 * size);
const sampled = kernel().map(({ name, yes, unknown }) => ({ name, yes: yes.slice(), unknown: unknown.slice() }));
const country = await decideCountry(plan, table, sampled, countrySize);

const database = await inPostgres(putuo, dictionary, asOf, size);

const figures = {
  people: size, results: sixty.length, columns: plan.columns.length, steps: plan.steps.length, fillMs, compileMs, wasmMs: wasm.best, arraysMs: arrays.best, arraysTimes: arrays.best / wasm.best,
  oneWasmMs: oneWasm.best, oneArraysMs: oneArrays.best, oneByHandMs: hand.best, byHandTimes: hand.best / oneWasm.best, whatIfMs: whatIf.best, whatIfChanged: whatIf.last.length, memoryMb: table.bytes / 1e6, ...country, ...database,
};
const row = (name: string, value: number, note = ''): string => `${name.padEnd(46)}${value.toFixed(2).padStart(10)} ms   ${note}`;
console.log(`${size} people, ${sixty.length} results, ${plan.columns.length} columns, ${(table.bytes / 1e6).toFixed(0)} MB; processor time of one thread, all answers equal.`);
console.log(row('60 results: WebAssembly', wasm.best));
console.log(row('60 results: the same plan in typed arrays', arrays.best, `${figures.arraysTimes.toFixed(1)} times`));
console.log(row('60 results: compiling the kernel', compileMs));
console.log(row('people into columns (once)', fillMs));
console.log(row('one result: WebAssembly', oneWasm.best));
console.log(row('one result: typed arrays', oneArrays.best));
console.log(row('one result: a loop written by hand', hand.best, `${figures.byHandTimes.toFixed(1)} times`));
console.log(row('what if: limit changed, decided, changes listed', whatIf.best, `${whatIf.last.length} people`));
if (country) {
  console.log(row(`${countrySize / 1e6} M people, 60 results, two threads`, country.countrySeconds * 1000, `by the clock, best of ${country.countryRuns}; processor time of both ${(country.countryCpuSeconds * 1000).toFixed(0)} ms; one thread ${(country.countryOneThreadSeconds * 1000).toFixed(0)} ms; ${country.countryMemoryMb.toFixed(0)} MB shared`));
} else console.log(`${countrySize / 1e6} M people on two threads: not measured, too little memory free on this machine`);
console.log(row(`PostgreSQL, ${Object.keys(putuo.results).length} results: packed and loaded`, database.loadSeconds * 1000, 'by the clock'));
console.log(row('  then decided by the kernel', database.decideSeconds * 1000, 'compiling included'));
console.log(row('  or decided in place by the SQL back end', database.sqlSeconds * 1000, 'the same counts'));
console.log(JSON.stringify({ bench: 'population', figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100])) }));
