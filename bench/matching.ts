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
import { solveByHighs } from './matchingPeers.ts';

// Three reviewers a case, 5 % conflicts, fits shaped by fields; every answer is checked, not only timed.
const figures: Record<string, number> = {};
const rows: string[][] = [];
const note = (what: string, ms: number, extra = '') => rows.push([what, `${ms.toFixed(ms < 10 ? 1 : 0)} ms`, extra]);
const panels = (cases: number, reviewers: number): PanelProblem => samplePanels({ cases, reviewers, demand: 3, barred: 0.05, fields: Math.max(3, Math.round(reviewers / 20)), slack: 1.2 }, 1);
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

function timed<T>(act: () => T): { value: T; ms: number } {
  const started = performance.now();
  const value = act();
  return { value, ms: performance.now() - started };
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function assignment(name: string, problem: PanelProblem): void {
  const { value, ms } = timed(() => expectYes(assignPanels(problem)));
  demand(faultsIn(problem, value.pairs).length === 0 && value.bound === value.total, `${name}: the answer is not proved`);
  figures[`${name}Ms`] = Math.round(ms);
  figures[`${name}Gap`] = value.bound - value.total;
  note(`assign ${problem.cases} × ${problem.reviewers}`, ms, `gap ${value.bound - value.total}, ${value.rounds} rounds, ${megabytes()} MB at most so far`);
  const asked = Array.from({ length: 20 }, (_, at) => timed(() => whatIf(problem, value, (at * 37) % problem.cases, (at * 11) % problem.reviewers)).ms).sort((one, other) => one - other);
  figures[`${name}WhatIfMs`] = Math.round(asked[10] ?? 0);
  note(`what if, ${problem.cases} × ${problem.reviewers}`, asked[10] ?? 0, `half of 20 questions; slowest ${asked.at(-1)?.toFixed(0)} ms`);
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

async function besideHighs(key: string, name: string, problem: PanelProblem): Promise<void> {
  const ours = timed(() => expectYes(assignPanels(problem)));
  const other = await solveByHighs(problem, 60);
  figures[`${key}OursMs`] = Math.round(ours.ms);
  note(`${name}: ours`, ours.ms, `total ${ours.value.total}`);
  if (!other) { note(`${name}: highs`, 60_000, 'stopped at its limit'); return; }
  demand(other.total === ours.value.total, `${name}: highs says ${other.total}, ours ${ours.value.total}`);
  figures[`${key}HighsMs`] = Math.round(other.ms);
  figures[`${key}Ratio`] = Math.round((other.ms / ours.ms) * 10) / 10;
  note(`${name}: highs`, other.ms, `same total; ${(other.ms / ours.ms).toFixed(1)} times as long`);
}

assignment('assign5000', panels(5000, 500));
assignment('assign20000', panels(20_000, 2000));
figures.assignMegabytes = megabytes();

const floor = timed(() => expectYes(assignAboveFloor(panels(5000, 500))));
figures.floorMs = Math.round(floor.ms);
note('highest floor, then sum, 5000 × 500', floor.ms, `every pair at least ${floor.value.floor}`);

const capped = timed(() => expectYes(chancesOf(panels(600, 200), 512)));
const drawn = timed(() => drawPanels(capped.value, 'a published seed'));
demand(faultsIn(capped.value.problem, drawn.value).length === 0, 'the draw breaks a rule');
figures.cappedDrawMs = Math.round(capped.ms + drawn.ms);
note('capped draw 600 × 200, q = ½', capped.ms + drawn.ms, `chances ${capped.ms.toFixed(0)} ms, draw ${drawn.ms.toFixed(0)} ms`);

const market = sampleMarket({ seekers: 10_000, sites: 500, wishes: 20, places: 20 }, 1);
const asked = timed(() => seekersAsk(market));
demand(blockingPairs(market, asked.value).length === 0, 'the placement is not stable');
figures.acceptanceMs = Math.round(asked.ms);
note('deferred acceptance 10,000 × 500', asked.ms, 'no blocking pair');

const households = withCouples(market, 250);
const placed = timed(() => expectYes(placeHouseholds(households)));
demand(blockingHouseholds(households, placed.value).length === 0, 'a household would move');
figures.couplesMs = Math.round(placed.ms);
note('with 250 couples (5 %)', placed.ms, 'no blocking household');

const entries = Array.from({ length: 100_000 }, (_, at) => ({ id: `T${at}`, tier: at % 3 }));
const lottery = timed(() => lotteryOrder(entries, 'a published seed'));
figures.lotteryMs = Math.round(lottery.ms);
note('lottery of 100,000 in three tiers', lottery.ms);

await besideHighs('peer300', '300 × 30, all pairs', panels(300, 30));
await besideHighs('peer1000', '1,000 × 100, all pairs', panels(1000, 100));
await besideHighs('peer5000', '5,000 × 500, 40 best pairs a case', shortened(panels(5000, 500), 40));

const width = Math.max(...rows.map(([what]) => what?.length ?? 0));
for (const [what, ms, extra] of rows) console.log(`${what?.padEnd(width)}  ${ms?.padStart(10)}  ${extra}`);
console.log(JSON.stringify({ bench: 'matching', figures }));
