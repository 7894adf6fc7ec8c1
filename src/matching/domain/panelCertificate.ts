import type { PanelNodes, PanelProblem } from './panelProblem.ts';
import { BARRED } from './panelProblem.ts';

/** Dual prices in points of fit: of a seat of each case, of a place of each reviewer, of each limit of each case (case × limits + limit). */
export type PanelPrices = { ofCase: Float64Array; ofReviewer: Float64Array; ofLimit: Float64Array };

/** The prices of a problem's parts, from the prices of its network's nodes. */
export function pricesOf(problem: PanelProblem, nodes: PanelNodes, price: Float64Array): PanelPrices {
  const { stride, sink, reviewerNode, tree, limitIndex } = nodes;
  const limits = problem.limits?.length ?? 0;
  const ofLimit = new Float64Array(problem.cases * limits);
  for (let index = 0; index < problem.cases; index++) {
    limitIndex.forEach((limit, at) => {
      const above = price[index * stride + tree.parent[at]! + 1]!;
      ofLimit[index * limits + limit] = price[index * stride + at + 1]! - above;
    });
  }
  return {
    ofCase: Float64Array.from({ length: problem.cases }, (_, index) => price[index * stride]! - price[sink]!),
    ofReviewer: Float64Array.from({ length: problem.reviewers }, (_, reviewer) => price[sink]! - price[reviewerNode + reviewer]!),
    ofLimit,
  };
}

/**
 * What no panels can exceed under these prices, whatever the prices are (weak duality): seats, places and limits at
 * their price, plus what each pair is worth beyond its price. Reads only the problem: it checks the solver, it does not trust it.
 */
export function dualBound(problem: PanelProblem, prices: PanelPrices): number {
  const { cases, reviewers, fit, demand, leastLoad, mostLoad } = problem;
  const limits = problem.limits ?? [];
  let bound = 0;
  for (let reviewer = 0; reviewer < reviewers; reviewer++) {
    const price = prices.ofReviewer[reviewer]!;
    bound += price * (price > 0 ? mostLoad[reviewer]! : leastLoad[reviewer]!);
  }
  const charge = new Float64Array(reviewers);
  for (let index = 0; index < cases; index++) {
    bound += prices.ofCase[index]! * demand[index]! + limitCharges(limits, prices, index, demand[index]!, charge);
    const row = index * reviewers;
    const seat = prices.ofCase[index]!;
    for (let reviewer = 0; reviewer < reviewers; reviewer++) {
      const value = fit[row + reviewer]!;
      const beyond = value - seat - prices.ofReviewer[reviewer]! - charge[reviewer]!;
      if (beyond > 0 && value !== BARRED) bound += beyond;
    }
  }
  return bound;
}

function limitCharges(limits: NonNullable<PanelProblem['limits']>, prices: PanelPrices, index: number, demand: number, charge: Float64Array): number {
  if (limits.length === 0) return 0;
  charge.fill(0);
  let bound = 0;
  limits.forEach(({ members, atLeast, atMost }, limit) => {
    const price = prices.ofLimit[index * limits.length + limit]!;
    if (price === 0) return;
    bound += price * (price > 0 ? Math.max(atLeast, Math.min(atMost, demand)) : atLeast);
    for (const member of members) charge[member]! += price;
  });
  return bound;
}

/** What is wrong with some panels as an answer to a problem; empty when every demand, load, limit and conflict is kept. */
export function faultsIn(problem: PanelProblem, pairs: Int32Array): string[] {
  const { cases, reviewers, fit } = problem;
  const faults: string[] = [];
  const seats = new Int32Array(cases);
  const load = new Int32Array(reviewers);
  const seen = new Set(pairs);
  if (seen.size !== pairs.length) faults.push('a pair is given twice');
  for (const pair of pairs) {
    if (fit[pair] === BARRED) faults.push(`pair ${pair} is barred`);
    seats[Math.floor(pair / reviewers)]!++;
    load[pair % reviewers]!++;
  }
  seats.forEach((count, index) => { if (count !== problem.demand[index]) faults.push(`case ${index} has ${count}`); });
  load.forEach((count, reviewer) => {
    if (count < problem.leastLoad[reviewer]! || count > problem.mostLoad[reviewer]!) faults.push(`reviewer ${reviewer} has ${count}`);
  });
  for (const { members, atLeast, atMost } of problem.limits ?? []) {
    for (let index = 0; index < cases; index++) {
      const count = members.filter((member) => seen.has(index * reviewers + member)).length;
      if (count < atLeast || count > atMost) faults.push(`case ${index} breaks a limit with ${count}`);
    }
  }
  return faults;
}
