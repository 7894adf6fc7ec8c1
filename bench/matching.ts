import { expectYes } from '#platform/domain/answer.ts';
import { seekersAsk } from '#matching/domain/deferredAcceptance.ts';
import { blockingHouseholds, placeHouseholds } from '#matching/domain/households.ts';
import { lotteryOrder } from '#matching/domain/lottery.ts';
import { blockingPairs } from '#matching/domain/market.ts';
import { assignPanels } from '#matching/domain/panel.ts';
import { faultsIn } from '#matching/domain/panelCertificate.ts';
import { chancesOf, drawPanels } from '#matching/domain/panelDraw.ts';
import { assignAboveFloor } from '#matching/domain/panelFloor.ts';
import { BARRED, type PanelProblem } from '#matching/domain/panelProblem.ts';
import { whatIf } from '#matching/domain/panelRepair.ts';
import { sampleMarket, withCouples } from '#matching/domain/sampleMarkets.ts';
import { samplePanels } from '#matching/domain/samplePanels.ts';
import { solveByCostScaling } from './costScaling.ts';
import { solveByHighs } from './matchingPeers.ts';

// Three reviewers a case, 5 % conflicts, fits shaped by fields; every answer is checked, not only timed.
const figures: Record<string, number> = {};
const rows: string[][] = [];
type Timed<T> = { value: T; ms: number; processorMs: number };
const milliseconds = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
const note = (what: string, { ms, processorMs }: { ms: number; processorMs?: number }, extra = '') =>
  rows.push([what, milliseconds(ms), processorMs === undefined ? '' : milliseconds(processorMs), extra]);
const panels = (cases: number, reviewers: number): PanelProblem => samplePanels({ cases, reviewers, demand: 3, barred: 0.05, fields: Math.max(3, Math.round(reviewers / 20)), slack: 1.2 }, 1);
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Processor time stands beside the clock's: on a busy machine only the first says what the work costs. */
function timed<T>(act: () => T): Timed<T> {
  const processor = process.cpuUsage();
  const started = performance.now();
  const value = act();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(processor);
  return { value, ms, processorMs: (user + system) / 1000 };
}

function keep(key: string, { ms, processorMs }: Timed<unknown>): void {
  figures[`${key}Ms`] = Math.round(ms);
  figures[`${key}ProcessorMs`] = Math.round(processorMs);
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function assignment(name: string, problem: PanelProblem): void {
  const solved = timed(() => expectYes(assignPanels(problem)));
  const { value } = solved;
  demand(faultsIn(problem, value.pairs).length === 0 && value.bound === value.total, `${name}: the answer is not proved`);
  keep(name, solved);
  figures[`${name}Gap`] = value.bound - value.total;
  note(`assign ${problem.cases} × ${problem.reviewers}`, solved, `gap ${value.bound - value.total}, ${value.rounds} rounds, ${megabytes()} MB at most so far`);
  const asked = Array.from({ length: 20 }, (_, at) => timed(() => whatIf(problem, value, (at * 37) % problem.cases, (at * 11) % problem.reviewers))).sort((one, other) => one.processorMs - other.processorMs);
  const [middle, slowest] = [asked[10], asked.at(-1)];
  if (!middle || !slowest) return;
  keep(`${name}WhatIf`, middle);
  note(`what if, ${problem.cases} × ${problem.reviewers}`, middle, `middle of 20 questions; slowest ${milliseconds(slowest.processorMs)} of processor`);
}

/** The same problem with only the best pairs of each case: what a general solver can still hold. */
function shortened(problem: PanelProblem, best: number): PanelProblem {
  const fit = problem.fit.slice();
  for (let index = 0; index < problem.cases; index++) {
    const row = fit.subarray(index * problem.reviewers, (index + 1) * problem.reviewers);
    const least = row.filter((value) => value !== BARRED).sort().at(-best) ?? 0;
    row.forEach((value, reviewer) => { if (value < least) row[reviewer] = BARRED; });
  }
  return { ...problem, fit };
}

/** The class of algorithm HotCRP publishes, on the same panels; beyond the middle size it takes longer than anybody waits. */
function besideCostScaling(key: string, name: string, problem: PanelProblem): void {
  const ours = timed(() => expectYes(assignPanels(problem)));
  const other = timed(() => solveByCostScaling(problem));
  demand(other.value?.total === ours.value.total, `${name}: cost scaling says ${other.value?.total}, ours ${ours.value.total}`);
  keep(`${key}CostScaling`, other);
  figures[`${key}CostScalingRatio`] = Math.round((other.processorMs / ours.processorMs) * 10) / 10;
  note(`${name}: cost scaling`, other, `same total; ${figures[`${key}CostScalingRatio`]} times the processor time of ours`);
}

async function besideHighs(key: string, name: string, problem: PanelProblem): Promise<void> {
  const ours = timed(() => expectYes(assignPanels(problem)));
  const other = await solveByHighs(problem, 60);
  keep(`${key}Ours`, ours);
  note(`${name}: ours`, ours, `total ${ours.value.total}`);
  if (!other) { note(`${name}: highs`, { ms: 60_000 }, 'stopped at its limit'); return; }
  demand(other.total === ours.value.total, `${name}: highs says ${other.total}, ours ${ours.value.total}`);
  keep(`${key}Highs`, { value: other.total, ...other });
  figures[`${key}Ratio`] = Math.round((other.processorMs / ours.processorMs) * 10) / 10;
  note(`${name}: highs`, other, `same total; ${figures[`${key}Ratio`]} times the processor time`);
}

assignment('assign5000', panels(5000, 500));
assignment('assign20000', panels(20_000, 2000));
figures.assignMegabytes = megabytes();

const floor = timed(() => expectYes(assignAboveFloor(panels(5000, 500))));
keep('floor', floor);
note('highest floor, then sum, 5000 × 500', floor, `every pair at least ${floor.value.floor}`);

const capped = timed(() => expectYes(chancesOf(panels(600, 200), 512)));
const drawn = timed(() => drawPanels(capped.value, 'a published seed'));
demand(faultsIn(capped.value.problem, drawn.value).length === 0, 'the draw breaks a rule');
const both = { value: drawn.value, ms: capped.ms + drawn.ms, processorMs: capped.processorMs + drawn.processorMs };
keep('cappedDraw', both);
note('capped draw 600 × 200, q = ½', both, `chances ${capped.ms.toFixed(0)} ms, draw ${drawn.ms.toFixed(0)} ms`);

const market = sampleMarket({ seekers: 10_000, sites: 500, wishes: 20, places: 20 }, 1);
const asked = timed(() => seekersAsk(market));
demand(blockingPairs(market, asked.value).length === 0, 'the placement is not stable');
keep('acceptance', asked);
note('deferred acceptance 10,000 × 500', asked, 'no blocking pair');

const households = withCouples(market, 250);
const placed = timed(() => expectYes(placeHouseholds(households)));
demand(blockingHouseholds(households, placed.value).length === 0, 'a household would move');
keep('couples', placed);
note('with 250 couples (5 %)', placed, 'no blocking household');

const entries = Array.from({ length: 100_000 }, (_, at) => ({ id: `T${at}`, tier: at % 3 }));
const lottery = timed(() => lotteryOrder(entries, 'a published seed'));
keep('lottery', lottery);
note('lottery of 100,000 in three tiers', lottery);

await besideHighs('peer300', '300 × 30, all pairs', panels(300, 30));
await besideHighs('peer1000', '1,000 × 100, all pairs', panels(1000, 100));
besideCostScaling('peer300', '300 × 30, all pairs', panels(300, 30));
besideCostScaling('peer1000', '1,000 × 100, all pairs', panels(1000, 100));
besideCostScaling('peer5000', '5,000 × 500, 40 best pairs a case', shortened(panels(5000, 500), 40));
await besideHighs('peer5000', '5,000 × 500, 40 best pairs a case', shortened(panels(5000, 500), 40));

const width = Math.max(...rows.map(([what]) => what?.length ?? 0));
console.log(`${''.padEnd(width)}  ${'clock'.padStart(10)}  ${'processor'.padStart(10)}`);
for (const [what, ms, processor, extra] of rows) console.log(`${what?.padEnd(width)}  ${ms?.padStart(10)}  ${processor?.padStart(10)}  ${extra}`);
console.log(JSON.stringify({ bench: 'matching', figures }));
