import { NetworkSimplex } from './networkSimplex.ts';
import { BARRED, limitNode, tailNode, type PanelNodes, type PanelProblem } from './panelProblem.ts';

const PRICED_PER_CASE = 12;

/** How many units make one whole seat, and how many of them one pair may carry: 1 and 1, or 1024 and a cap of chance. */
export type Units = { perSeat: number; perPair: number };

/** A panel problem on its way to an optimum: the flow network and the pairs that are columns in it. */
export type PanelNetwork = { simplex: NetworkSimplex; firstPair: number; listed: Uint8Array; rounds: number };

/**
 * Solves a panel problem exactly. Only the best pairs of each case begin as arcs; the node prices then find every pair
 * outside that would improve, until none does: the answer is optimal over all pairs, and few of them were built.
 */
export function solvePanelNetwork(problem: PanelProblem, nodes: PanelNodes, units: Units): PanelNetwork {
  const { cases, reviewers } = problem;
  const best = Math.min(reviewers, bestPerCase(problem, units));
  const simplex = new NetworkSimplex(nodes.count, cases * (nodes.stride + best + 8) + reviewers, BARRED);
  addLoadsAndLimits(simplex, problem, nodes, units.perSeat);
  const network = { simplex, firstPair: simplex.arcs, listed: new Uint8Array(cases * reviewers), rounds: 1 };
  addBestPairs(network, problem, nodes, units, best);
  const supply = new Float64Array(nodes.count);
  problem.demand.forEach((demand, index) => {
    supply[limitNode(nodes, index, -1)] = demand * units.perSeat;
    supply[nodes.sink]! -= demand * units.perSeat;
  });
  simplex.start(supply);
  simplex.run();
  for (let before = simplex.arcs; addImprovingPairs(network, problem, nodes, units) > 0; before = simplex.arcs) {
    simplex.run(before);
    network.rounds++;
  }
  return network;
}

const bestPerCase = (problem: PanelProblem, units: Units) =>
  Math.max(16, Math.ceil((2 * problem.demand.reduce((most, demand) => Math.max(most, demand), 0) * units.perSeat) / units.perPair));

function addLoadsAndLimits(simplex: NetworkSimplex, problem: PanelProblem, nodes: PanelNodes, perSeat: number): void {
  for (let reviewer = 0; reviewer < problem.reviewers; reviewer++) {
    simplex.addArc(nodes.reviewerNode + reviewer, nodes.sink, 0, problem.mostLoad[reviewer]! * perSeat, problem.leastLoad[reviewer]! * perSeat);
  }
  nodes.tree.limits.forEach(({ atLeast, atMost }, limit) => {
    const above = nodes.tree.parent[limit]!;
    for (let index = 0; index < problem.cases; index++) {
      const most = Math.max(atLeast, Math.min(atMost, problem.demand[index]!));
      simplex.addArc(limitNode(nodes, index, above), limitNode(nodes, index, limit), 0, most * perSeat, atLeast * perSeat);
    }
  });
}

function addPair(network: PanelNetwork, problem: PanelProblem, nodes: PanelNodes, units: Units, index: number, reviewer: number): void {
  const pair = index * problem.reviewers + reviewer;
  network.listed[pair] = 1;
  network.simplex.addArc(tailNode(nodes, index, reviewer), nodes.reviewerNode + reviewer, -problem.fit[pair]!, units.perPair);
}

/** Each case's best pairs; ties are taken from a different reviewer on for each case, so that equals share the load. */
function addBestPairs(network: PanelNetwork, problem: PanelProblem, nodes: PanelNodes, units: Units, best: number): void {
  const { cases, reviewers, fit } = problem;
  const keep = new Shortlist(best);
  for (let index = 0; index < cases; index++) {
    const row = index * reviewers;
    let reviewer = (Math.imul(index, 2654435761) >>> 0) % reviewers;
    for (let seen = 0; seen < reviewers; seen++) {
      if (++reviewer >= reviewers) reviewer = 0;
      const value = fit[row + reviewer]!;
      if (value !== BARRED && value > keep.threshold) keep.offer(value, reviewer);
    }
    for (let at = 0; at < keep.size; at++) addPair(network, problem, nodes, units, index, keep.item[at]!);
    keep.clear();
  }
}

/** Adds the pairs whose fit exceeds what the prices charge for them, a few of the best for each case. */
function addImprovingPairs(network: PanelNetwork, problem: PanelProblem, nodes: PanelNodes, units: Units): number {
  const { cases, reviewers, fit } = problem;
  const { listed, simplex } = network;
  const price = simplex.price;
  const innermost = nodes.tree.innermost;
  const charge = new Float64Array(nodes.stride);
  const worth = price.slice(nodes.reviewerNode, nodes.reviewerNode + reviewers);
  const keep = new Shortlist(PRICED_PER_CASE, 0);
  const before = simplex.arcs;
  for (let index = 0; index < cases; index++) {
    for (let slot = 0; slot < nodes.stride; slot++) charge[slot] = price[index * nodes.stride + slot]!;
    const row = index * reviewers;
    for (let reviewer = 0; reviewer < reviewers; reviewer++) {
      const value = fit[row + reviewer]!;
      const gain = value - charge[innermost[reviewer]! + 1]! + worth[reviewer]!;
      if (gain > keep.threshold && value !== BARRED && listed[row + reviewer] === 0) keep.offer(gain, reviewer);
    }
    for (let at = 0; at < keep.size; at++) addPair(network, problem, nodes, units, index, keep.item[at]!);
    keep.clear();
  }
  return simplex.arcs - before;
}

/** The best few of many offers, kept in order. */
class Shortlist {
  readonly item: Int32Array;
  size = 0;
  threshold: number;
  private readonly value: Float64Array;
  private readonly least: number;

  constructor(capacity: number, least = -1) {
    this.item = new Int32Array(capacity);
    this.value = new Float64Array(capacity);
    this.least = least;
    this.threshold = least;
  }

  clear(): void {
    this.size = 0;
    this.threshold = this.least;
  }

  offer(value: number, item: number): void {
    let at = this.size < this.item.length ? this.size++ : this.size - 1;
    for (; at > 0 && this.value[at - 1]! < value; at--) {
      this.value[at] = this.value[at - 1]!;
      this.item[at] = this.item[at - 1]!;
    }
    this.value[at] = value;
    this.item[at] = item;
    if (this.size === this.item.length) this.threshold = this.value[this.size - 1]!;
  }
}
