import { limitNode, BARRED, panelNodes, tailNode, type PanelNodes, type PanelProblem } from './panelProblem.ts';
import type { PanelAssignment } from './panel.ts';
import { shortestPath, type Step } from './shortestPath.ts';

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
  const path = shortestPath(residual.nodes.count, from, to, stepsOf(residual, -1, 0));
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
  const path = shortestPath(residual.nodes.count, from, to, stepsOf(residual, pair, perMove));
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
function stepsOf(residual: Residual, exceptPair: number, perMove: number): (node: number, step: Step) => void {
  const { nodes, height } = residual;
  return (node, step) => {
    const measured = (target: number, cost: number, moved: number) =>
      step(target, Math.max(0, cost + height[node]! - height[target]!) + moved * perMove);
    if (node < nodes.reviewerNode) stepsFromCase(residual, node, exceptPair, measured);
    else if (node < nodes.sink) stepsFromReviewer(residual, node - nodes.reviewerNode, exceptPair, measured);
    else stepsFromSink(residual, measured);
  };
}

type MeasuredStep = (target: number, cost: number, moved: number) => void;

function stepsFromCase({ problem, nodes, chosen, within }: Residual, node: number, exceptPair: number, step: MeasuredStep): void {
  const slot = node % nodes.stride;
  const caseIndex = (node - slot) / nodes.stride;
  const limit = slot - 1;
  nodes.tree.limits.forEach(({ atMost }, below) => {
    const child = limitNode(nodes, caseIndex, below);
    if (nodes.tree.parent[below] === limit && within[child]! < Math.min(atMost, problem.demand[caseIndex]!)) step(child, 0, 0);
  });
  if (limit >= 0 && within[node]! > nodes.tree.limits[limit]!.atLeast) step(limitNode(nodes, caseIndex, nodes.tree.parent[limit]!), 0, 0);
  for (let reviewer = 0; reviewer < problem.reviewers; reviewer++) {
    const pair = caseIndex * problem.reviewers + reviewer;
    const value = problem.fit[pair]!;
    if (value === BARRED || nodes.tree.innermost[reviewer] !== limit || pair === exceptPair || chosen.has(pair)) continue;
    step(nodes.reviewerNode + reviewer, -value, 1);
  }
}

function stepsFromReviewer({ problem, nodes, load, casesOf }: Residual, reviewer: number, exceptPair: number, step: MeasuredStep): void {
  if (load[reviewer]! < problem.mostLoad[reviewer]!) step(nodes.sink, 0, 0);
  for (const caseIndex of casesOf[reviewer]!) {
    const pair = caseIndex * problem.reviewers + reviewer;
    if (pair !== exceptPair) step(tailNode(nodes, caseIndex, reviewer), problem.fit[pair]!, 1);
  }
}

function stepsFromSink({ problem, nodes, load }: Residual, step: MeasuredStep): void {
  for (let reviewer = 0; reviewer < problem.reviewers; reviewer++) {
    if (load[reviewer]! > problem.leastLoad[reviewer]!) step(nodes.reviewerNode + reviewer, 0, 0);
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
