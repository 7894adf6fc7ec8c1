import { once } from 'node:events';
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { countBits, type Outcome } from '#policy/domain/kernel/outcome.ts';
import type { Plan } from '#policy/domain/kernel/plan.ts';
import { Table } from '#policy/domain/kernel/table.ts';
import { compileKernel, runnerOf } from '#policy/domain/kernel/wasm.ts';
import { decidePortions, type Portions } from './portions.ts';

/** A country decided on two threads: seconds by the clock of the best run, processor seconds of both threads together in the thriftiest, and what it takes. */
export type CountryFigures = { countryPeople: number; countrySeconds: number; countryCpuSeconds: number; countryOneThreadSeconds: number; countryMemoryMb: number; countryRuns: number };

const spareBytes = 1e9;
const runs = 20;

/** Columns of a small population, over and over. */
function repeated(plan: Plan, sample: Table, size: number): Table {
  const table = new Table(size, 'shared');
  for (const column of plan.columns) {
    const [into, from] = [table.add(column), sample.codes(column.key)];
    for (let at = 0; at < size; at += sample.size) into.set(from.subarray(0, Math.min(sample.size, size - at)), at);
  }
  return table;
}

const cpuSeconds = (mark: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(mark);
  return (user + system) / 1e6;
};

async function best(act: () => Promise<void> | void): Promise<{ clock: number; cpu: number }> {
  const least = { clock: Infinity, cpu: Infinity };
  for (let run = 0; run < runs; run += 1) {
    const [start, mark] = [performance.now(), process.cpuUsage()];
    await act();
    least.cpu = Math.min(least.cpu, cpuSeconds(mark));
    least.clock = Math.min(least.clock, (performance.now() - start) / 1000);
  }
  return least;
}

function assertScaled(outcomes: Outcome[], sampled: Outcome[], sample: Table, table: Table, said: string): void {
  const times = table.size / sample.size;
  outcomes.forEach((outcome, at) => (['yes', 'unknown'] as const).forEach((part) => {
    const [found, expected] = [countBits(outcome[part], table.size), countBits((sampled[at] as Outcome)[part], sample.size) * times];
    if (found !== expected) throw new Error(`${said}: ${outcome.name} ${part} ${found}, not ${expected}`);
  }));
}

/** The same plan over a country: this thread and another share one memory and take portions of people in turn; the answers must be the sample's, so many times. Undefined where the machine has not the memory free. */
export async function decideCountry(plan: Plan, sample: Table, sampled: Outcome[], size: number): Promise<CountryFigures | undefined> {
  const needed = plan.columns.reduce((sum, { width }) => sum + width * size, 0) + (plan.results.length * size) / 4;
  if (os.freemem() < needed + spareBytes) return undefined;
  const table = repeated(plan, sample, size);
  const kernel = compileKernel(plan, table);
  const { module, memory } = kernel;
  const mine = runnerOf(kernel);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const all: Portions = { next, size: table.padded };
  const other = new Worker(new URL('./kernelThread.ts', import.meta.url));
  const ask = (message: object): Promise<unknown> => {
    other.postMessage(message);
    return once(other, 'message');
  };
  await ask({ kernel: { module, memory }, portions: { next, size: 0 } });
  const two = await best(async () => {
    next[0] = 0;
    const theirs = ask({ portions: all });
    decidePortions(mine, all);
    await theirs;
  });
  assertScaled(kernel.outcomes(), sampled, sample, table, 'two threads');
  const one = await best(() => mine(0, table.padded));
  assertScaled(kernel.outcomes(), sampled, sample, table, 'one thread');
  await other.terminate();
  return { countryPeople: size, countrySeconds: two.clock, countryCpuSeconds: two.cpu, countryOneThreadSeconds: one.clock, countryMemoryMb: table.bytes / 1e6, countryRuns: runs };
}
