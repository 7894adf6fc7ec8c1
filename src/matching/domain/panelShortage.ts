import type { PanelNetwork } from './panelNetwork.ts';
import { BARRED, limitNode, tailNode, type PanelNodes, type PanelProblem } from './panelProblem.ts';

/**
 * Why no panels exist (Hall, Hoffman). Too few reviewers: these cases need `need` seats, and all that is open to them
 * gives `room`. Too few cases: these reviewers must have `need` cases, and these cases can give them `room`.
 */
export type Shortage = { kind: 'tooFewReviewers' | 'tooFewCases'; cases: number[]; reviewers: number[]; need: number; room: number; inside: Uint8Array };

/** The shortage that stops a solved but unfulfilled network: everything its left-over units can still reach. */
export function shortageIn(problem: PanelProblem, nodes: PanelNodes, network: PanelNetwork): Shortage {
  const inside = reachable(problem, nodes, network);
  const tooFewCases = inside[nodes.sink] === 1;
  const named = tooFewCases ? 0 : 1;
  return {
    kind: tooFewCases ? 'tooFewCases' : 'tooFewReviewers', ...needAndRoom(problem, nodes, inside), inside,
    cases: indexes(problem.cases, (index) => inside[limitNode(nodes, index, -1)] === named),
    reviewers: indexes(problem.reviewers, (reviewer) => inside[nodes.reviewerNode + reviewer] === named),
  };
}

const indexes = (count: number, wanted: (index: number) => boolean) => Array.from({ length: count }, (_, index) => index).filter(wanted);

function reachable(problem: PanelProblem, nodes: PanelNodes, { simplex, listed }: PanelNetwork): Uint8Array {
  const next: number[][] = Array.from({ length: nodes.count }, () => []);
  for (let arc = nodes.count; arc < simplex.arcs; arc++) {
    const [source, target] = [simplex.source[arc]!, simplex.target[arc]!];
    if (simplex.flow[arc]! < simplex.capacity[arc]!) next[source]!.push(target);
    if (simplex.flow[arc]! > 0) next[target]!.push(source);
  }
  problem.fit.forEach((value, pair) => {
    const reviewer = pair % problem.reviewers;
    if (value !== BARRED && listed[pair] === 0) next[tailNode(nodes, (pair - reviewer) / problem.reviewers, reviewer)]!.push(nodes.reviewerNode + reviewer);
  });
  const inside = new Uint8Array(nodes.count);
  const waiting = indexes(nodes.count, (node) => simplex.source[node] === node && simplex.flow[node]! > 0);
  for (const node of waiting) inside[node] = 1;
  while (waiting.length > 0) {
    for (const reached of next[waiting.pop()!]!) {
      if (inside[reached] === 1) continue;
      inside[reached] = 1;
      waiting.push(reached);
    }
  }
  return inside;
}

/** What must leave a set of nodes and what can: need > room proves that no panels exist. Reads only the problem. */
export function needAndRoom(problem: PanelProblem, nodes: PanelNodes, inside: Uint8Array): { need: number; room: number } {
  const withSink = inside[nodes.sink] === 1;
  const sum = { need: 0, room: 0 };
  const arc = (source: number, target: number, most: number, least: number) => {
    if (inside[source] === 1 && inside[target] === 0) sum.room += most;
    if (inside[source] === 0 && inside[target] === 1) sum.need += least;
  };
  problem.demand.forEach((demand, index) => {
    const within = inside[limitNode(nodes, index, -1)] === 1;
    if (within && !withSink) sum.need += demand;
    if (!within && withSink) sum.room += demand;
    nodes.tree.limits.forEach(({ atLeast, atMost }, limit) => {
      arc(limitNode(nodes, index, nodes.tree.parent[limit]!), limitNode(nodes, index, limit), Math.max(atLeast, Math.min(atMost, demand)), atLeast);
    });
  });
  problem.mostLoad.forEach((most, reviewer) => arc(nodes.reviewerNode + reviewer, nodes.sink, most, problem.leastLoad[reviewer]!));
  problem.fit.forEach((value, pair) => {
    const reviewer = pair % problem.reviewers;
    if (value !== BARRED) arc(tailNode(nodes, (pair - reviewer) / problem.reviewers, reviewer), nodes.reviewerNode + reviewer, 1, 0);
  });
  return sum;
}
