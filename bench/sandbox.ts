import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectYes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { Table } from '#policy/domain/kernel/table.ts';
import { decide, loadDictionary, loadPolicy, type Facts, type Loaded, type Policy } from '#policy/domain/policy.ts';
import { moveBetween, slide, type Trial } from '#policy/domain/sandbox.ts';
import type { Crowd } from '#policy/domain/sandboxCrowd.ts';
import { standingOf } from '#policy/domain/standing.ts';
import { withParameters } from '#policy/domain/withParameters.ts';
import { slideSandbox } from '#policy/server/slideSandbox.ts';
import { castOf } from '../demo/cast.ts';
import { openRegion } from '../demo/openRegion.ts';
import { openApplication } from '../src/application.ts';
import { slideInSql } from './sandboxSql.ts';

// A slider of the sandbox is dragged: what each new value would change, over the people of the demo region and over a million, against one person after another and against the database.
const size = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const slides = 200;
const asOf = '2026-11-23';
const parameter = '骨干年龄上限';
const valueAt = (index: number): number => 30 + ((index * 7) % 31);

const read = <T>(loaded: Loaded<T>): T => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};
const file = (path: string): string => readFileSync(new URL(`../regions/${path}`, import.meta.url), 'utf8');
const dictionary = read(loadDictionary(file('china/facts.yaml')));
const published = read(loadPolicy(file('putuo/policies/talent-development/2.0.yaml'), dictionary));

let state = 20261123;
const below = (count: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};
const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
const two = (number: number): string => String(number).padStart(2, '0');

/** Somebody who may or may not be entitled: most facts in order, each one in twenty missing. */
function somebody(): Facts {
  const facts: Record<string, unknown> = {};
  for (const name of published.facts) {
    const type = dictionary.facts[name]?.type;
    if (!type || below(20) === 0) continue;
    if (type.kind === 'boolean') facts[name] = name === '全职在岗' ? below(10) > 0 : below(10) === 0;
    else if (type.kind === 'integer') facts[name] = below(8);
    else if (type.kind === 'date') facts[name] = `${1962 + below(40)}-${two(1 + below(12))}-${two(1 + below(28))}`;
    else if (type.kind === 'enumeration') facts[name] = oneOf(dictionary.enumerations[type.domain]?.values ?? []);
    else if (type.kind === 'list') facts[name] = { 齐: below(4) > 0, 项: Array.from({ length: below(3) }, () => ({ 级别: oneOf(['省级', '国家级', '院级']), 第一完成人: below(2) === 0 })) };
  }
  return facts as Facts;
}

// Fifty thousand different people over and over: what is measured is deciding.
const pool = Array.from({ length: Math.min(size, 50_000) }, somebody);
const institutions = Array.from({ length: 400 }, (_, at) => ({ organisationId: `org_${at}`, name: `${at}` }));
const factsOf = (index: number): Facts => pool[index % pool.length] as Facts;
const crowd: Crowd = { size, factsOf, institutionOf: Uint16Array.from({ length: size }, (_, index) => index % institutions.length), institutions, table: new Table(size) };

/** Milliseconds each, in order of length: by the clock, and of the processor, which does not count what else runs on the machine. */
type Times = { clock: number[]; cpu: number[] };
const rank = (times: number[], share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
async function timed(count: number, act: (index: number) => unknown): Promise<Times> {
  const times: Times = { clock: [], cpu: [] };
  for (let index = 0; index < count; index += 1) {
    const [start, mark] = [performance.now(), process.cpuUsage()];
    await act(index);
    const { user, system } = process.cpuUsage(mark);
    times.clock.push(performance.now() - start);
    times.cpu.push((user + system) / 1000);
  }
  const ascending = (one: number, other: number): number => one - other;
  return { clock: times.clock.toSorted(ascending), cpu: times.cpu.toSorted(ascending) };
}

/** By result: entitled, gaining, losing, becoming unknown; then what all is due for certain. */
type Counts = { rows: number[][]; sure: number };

/** The loop that somebody would write: each person judged by both policies. */
function oneByOne(before: Policy, tried: Policy, people: number): Counts {
  const names = Object.keys(tried.results);
  const rows = names.map(() => [0, 0, 0, 0]);
  let sure = 0;
  for (let index = 0; index < people; index += 1) {
    const [was, is] = [decide(before, factsOf(index), asOf), decide(tried, factsOf(index), asOf)];
    sure += is.total.sure;
    for (const [at, name] of names.entries()) {
      const [one, other] = [was.results[name]?.verdict ?? 'no', is.results[name]?.verdict ?? 'no'];
      const row = rows[at] as [number, number, number, number];
      if (other === 'yes') row[0] += 1;
      const move = moveBetween(one, other);
      if (move) row[move === 'gains' ? 1 : move === 'loses' ? 2 : 3] += 1;
    }
  }
  return { rows, sure };
}

const counted = ({ results, after }: ReturnType<typeof slide>): Counts => ({ rows: results.map((row) => [row.after, row.gains, row.loses, row.becomesUnknown]), sure: after.sure });
const assertSame = (found: unknown, expected: unknown, said: string): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${said} differs:\n${JSON.stringify(found)}\n${JSON.stringify(expected)}`);
};

async function demoRegion(): Promise<{ people: number; first: number; times: Times }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
  const server = await startEmbedded(path.join(folder, 'postgres'));
  process.env.XINGLIN_AUDIT_HEADS = path.join(folder, 'heads');
  const app = await openApplication(server.url);
  const region = app.regions.get('putuo');
  const cast = region && castOf(region);
  if (!region || !cast) throw new Error('the demo has no such region');
  await openRegion(app, region, cast);
  const officer: Actor = { ...visitorActor('putuo'), role: 'bureau', accountId: 'acc_bench' };
  const ask = async (index: number) => expectYes(await perform(app, officer, slideSandbox, { code: 'talent-development', version: '2.0', parameters: { [parameter]: valueAt(index) }, asOf }));
  const start = performance.now();
  const { snapshot: { people } } = await ask(0);
  const first = performance.now() - start;
  const times = await timed(slides, ask);
  await app.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { people, first, times };
}

const demo = await demoRegion();

const standStart = performance.now();
const standing = standingOf(published, crowd, asOf);
const standSeconds = (performance.now() - standStart) / 1000;
const trialOf = (index: number): Trial => ({ published: standing, draft: standing, tried: withParameters(published, { [parameter]: valueAt(index) }, asOf) });
slide(trialOf(1), crowd);
const inColumns = await timed(slides, (index) => slide(trialOf(index), crowd));

const tried = trialOf(5).tried;
let naive: Counts | undefined;
const byPerson = await timed(2, () => { naive = oneByOne(published, tried, size); });
assertSame(counted(slide(trialOf(5), crowd)), naive, 'one person after another');

const sql = await slideInSql(published, tried, pool, asOf, size);
assertSame(counted(slide(trialOf(5), crowd)).rows, sql.rows, 'the database');

const p50 = rank(inColumns.cpu, 0.5);
const figures = {
  demoPeople: demo.people, demoFirstMs: demo.first, demoP50Ms: rank(demo.times.clock, 0.5), demoP99Ms: rank(demo.times.clock, 0.99), people: size, standSeconds, memoryMb: crowd.table.bytes / 1e6,
  slideP50Ms: p50, slideP99Ms: rank(inColumns.cpu, 0.99), slideClockP50Ms: rank(inColumns.clock, 0.5), slideClockP99Ms: rank(inColumns.clock, 0.99),
  oneByOneSeconds: rank(byPerson.cpu, 0) / 1000, oneByOneTimes: rank(byPerson.cpu, 0) / p50, sqlSeconds: sql.seconds, sqlTimes: (sql.seconds * 1000) / rank(inColumns.clock, 0.5),
};
const line = (name: string, value: string, note = ''): void => console.log(`${name.padEnd(58)}${value.padStart(12)}   ${note}`);
const ms = (value: number): string => `${value.toFixed(2)} ms`;
console.log(`A slider of ${published.title}: entitled, gaining, losing, unknown by result and institution, and the cost; all answers equal.`);
line(`demo region, ${demo.people} people, transaction included: p50`, ms(figures.demoP50Ms), `p99 ${ms(figures.demoP99Ms)}; the first, which reads everybody, ${ms(demo.first)}`);
line(`${size} people: p50`, ms(p50), `p99 ${ms(figures.slideP99Ms)} of the processor; by the clock ${ms(figures.slideClockP50Ms)}, ${ms(figures.slideClockP99Ms)}; ${figures.memoryMb.toFixed(0)} MB; taking stand once ${standSeconds.toFixed(2)} s`);
line(`${size} people: one after another by the interpreter`, ms(figures.oneByOneSeconds * 1000), `${figures.oneByOneTimes.toFixed(0)} times, processor`);
line(`${size} people: in the database, counts by result only`, ms(figures.sqlSeconds * 1000), `${figures.sqlTimes.toFixed(0)} times, clock`);
console.log(JSON.stringify({ bench: 'sandbox', figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100])) }));
