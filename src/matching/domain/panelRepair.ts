import { limitNode, BARRED, panelNodes, tailNode, type PanelNodes, type PanelProblem } from './panelProblem.ts';
import type { PanelAssignment } from './panel.ts';
import { shortestPath, type Search } from './shortestPath.ts';

/** One pair that would be given or taken away. */
export type Move = { case: number; reviewer: number; given: boolean };

/** The cheapest way to another answer: the moves, and how many points of total fit they lose (0 or more). */
export type Repair = { moves: Move[]; loss: number };

/** What it would take to put this reviewer on this case, all else arranged as well as possible; undefined when no panels allow it. */
export function whatIf(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): Repair | undefined {
  const residual = residualOf(problem, assignment);
  const pair = caseIndex * problem.reviewers + reviewer;
  if (problem.fit[pair] === BARRED) return undefined;
  if (residual.chosen.has(pair)) return { moves: [], loss: 0 };
  const from = residual.nodes.reviewerNode + reviewer;
  const to = tailNode(residual.nodes, caseIndex, reviewer);
  const path = shortestPath(residual.nodes.count, from, to, expandBy(residual, -1, 0));
  if (!path) return undefined;
  const given = { case: caseIndex, reviewer, given: true };
  return repairOf(problem, [given, ...movesAlong(residual, path)]);
}

/**
 * Another reviewer for a case whose reviewer has declined: the fewest moves first, then the least loss, so that others
 * keep the panels they know. Undefined when no other panels exist.
 */
export function replaceReviewer(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): Repair | undefined {
  return withoutPair(problem, assignment, caseIndex, reviewer, BARRED * problem.cases);
}

/** What the total would lose if this reviewer might not judge this case; undefined when no other panels exist. */
export function lossWithout(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number): number | undefined {
  return withoutPair(problem, assignment, caseIndex, reviewer, 0)?.loss;
}

function withoutPair(problem: PanelProblem, assignment: PanelAssignment, caseIndex: number, reviewer: number, perMove: number): Repair | undefined {
  const residual = residualOf(problem, assignment);
  const pair = caseIndex * problem.reviewers + reviewer;
  if (!residual.chosen.has(pair)) throw new Error(`pair ${pair} is not assigned`);
  const from = tailNode(residual.nodes, caseIndex, reviewer);
  const to = residual.nodes.reviewerNode + reviewer;
  const path = shortestPath(residual.nodes.count, from, to, expandBy(residual, pair, perMove));
  if (!path) return undefined;
  return repairOf(problem, [{ case: caseIndex, reviewer, given: false }, ...movesAlong(residual, path)]);
}

type Residual = {
  problem: PanelProblem; nodes: PanelNodes; chosen: ReadonlySet<number>;
  load: Int32Array; casesOf: number[][]; within: Int32Array; height: Float64Array;
};

/** Loads, counts within limits, and node prices: what the shortest path needs to see one more or one less of everything. */
function residualOf(problem: PanelProblem, { pairs, prices }: PanelAssignment): Residual {
  const nodes = panelNodes(problem)!;
  const load = new Int32Array(problem.reviewers);
  const casesOf = Array.from({ length: problem.reviewers }, (): number[] => []);
  const within = new Int32Array(nodes.reviewerNode);
  for (const pair of pairs) {
    const reviewer = pair % problem.reviewers;
    const caseIndex = (pair - reviewer) / problem.reviewers;
    load[reviewer]!++;
    casesOf[reviewer]!.push(caseIndex);
    for (let limit = nodes.tree.innermost[reviewer]!; limit >= 0; limit = nodes.tree.parent[limit]!) within[limitNode(nodes, caseIndex, limit)]!++;
  }
  const height = new Float64Array(nodes.count);
  const limits = problem.limits?.length ?? 0;
  for (let index = 0; index < problem.cases; index++) {
    height[limitNode(nodes, index, -1)] = prices.ofCase[index]!;
    for (const limit of nodes.tree.outward) {
      const above = height[limitNode(nodes, index, nodes.tree.parent[limit]!)]!;
      height[limitNode(nodes, index, limit)] = above + prices.ofLimit[index * limits + nodes.limitIndex[limit]!]!;
    }
  }
  prices.ofReviewer.forEach((price, reviewer) => { height[nodes.reviewerNode + reviewer] = -price; });
  return { problem, nodes, chosen: new Set(pairs), load, casesOf, within, height };
}

/** The residual network, one node at a time; lengths are reduced costs, so none is negative, plus a charge for each pair moved. */
function expandBy(residual: Residual, exceptPair: number, perMove: number): (node: number, here: number, search: Search) => void {
  const { nodes, height } = residual;
  const known = new Float64Array(residual.problem.reviewers).fill(Infinity);
  return (node, here, search) => {
    const level = here + height[node]!;
    const step: Step = (target, cost) => search.offer(node, target, Math.max(here, level + cost - height[target]!));
    if (node < nodes.reviewerNode) {
      expandLimits(residual, node, step);
      expandPairs(residual, { node, exceptPair, floor: here + perMove, level: level + perMove, known }, search);
    } else if (node < nodes.sink) expandReviewer(residual, node - nodes.reviewerNode, exceptPair, perMove, step);
    else expandSink(residual, step);
  };
}

type Step = (target: number, cost: number) => void;

function expandLimits({ problem, nodes, within }: Residual, node: number, step: Step): void {
  const slot = node % nodes.stride;
  const caseIndex = (node - slot) / nodes.stride;
  const limit = slot - 1;
  nodes.tree.limits.forEach(({ atMost }, below) => {
    const child = limitNode(nodes, caseIndex, below);
    if (nodes.tree.parent[below] === limit && within[child]! < Math.min(atMost, problem.demand[caseIndex]!)) step(child, 0);
  });
  if (limit >= 0 && within[node]! > nodes.tree.limits[limit]!.atLeast) step(limitNode(nodes, caseIndex, nodes.tree.parent[limit]!), 0);
}

/** From which node pairs are opened, and per reviewer the height of the nearest way known: the distance plus the node's price. */
type Opening = { node: number; exceptPair: number; floor: number; level: number; known: Float64Array };

/** All open pairs of a case; the only long loop of the search, so one comparison passes over what is no nearer than anything known. */
function expandPairs(residual: Residual, opening: Opening, search: Search): void {
  const { fit, reviewers } = residual.problem;
  const { node, level, known } = opening;
  const row = Math.floor(node / residual.nodes.stride) * reviewers;
  for (let reviewer = 0; reviewer < reviewers; reviewer++) {
    const value = fit[row + reviewer]!;
    if (level - value < known[reviewer]! && value !== BARRED) offerPair(residual, opening, row, reviewer, search);
  }
}

function offerPair({ problem, nodes, chosen, height }: Residual, { node, exceptPair, floor, level, known }: Opening, row: number, reviewer: number, search: Search): void {
  const pair = row + reviewer;
  const value = problem.fit[pair]!;
  const target = nodes.reviewerNode + reviewer;
  const reached = Math.max(floor, level - value - height[target]!);
  if (reached >= search.distance[search.end]! || nodes.tree.innermost[reviewer] !== (node % nodes.stride) - 1) return;
  if (pair === exceptPair || chosen.has(pair)) return;
  search.offer(node, target, reached);
  known[reviewer] = search.distance[target]! + height[target]!;
}

function expandReviewer({ problem, nodes, load, casesOf }: Residual, reviewer: number, exceptPair: number, perMove: number, step: Step): void {
  if (load[reviewer]! < problem.mostLoad[reviewer]!) step(nodes.sink, 0);
  for (const caseIndex of casesOf[reviewer]!) {
    const pair = caseIndex * problem.reviewers + reviewer;
    if (pair !== exceptPair) step(tailNode(nodes, caseIndex, reviewer), problem.fit[pair]! + perMove);
  }
}

function expandSink({ problem, nodes, load }: Residual, step: Step): void {
  for (let reviewer = 0; reviewer < problem.reviewers; reviewer++) {
    if (load[reviewer]! > problem.leastLoad[reviewer]!) step(nodes.reviewerNode + reviewer, 0);
  }
}

function movesAlong({ nodes }: Residual, path: readonly number[]): Move[] {
  const isReviewer = (node: number) => node >= nodes.reviewerNode && node < nodes.sink;
  return path.slice(1).flatMap((node, at): Move[] => {
    const before = path[at]!;
    if (before < nodes.reviewerNode && isReviewer(node)) return [{ case: Math.floor(before / nodes.stride), reviewer: node - nodes.reviewerNode, given: true }];
    if (isReviewer(before) && node < nodes.reviewerNode) return [{ case: Math.floor(node / nodes.stride), reviewer: before - nodes.reviewerNode, given: false }];
    return [];
  });
}

function repairOf(problem: PanelProblem, moves: Move[]): Repair {
  const fitOf = (move: Move) => problem.fit[move.case * problem.reviewers + move.reviewer]!;
  return { moves, loss: moves.reduce((loss, move) => (move.given ? loss - fitOf(move) : loss + fitOf(move)), 0) };
}
