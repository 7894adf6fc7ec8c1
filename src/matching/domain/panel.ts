import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { dualBound, pricesOf, type PanelPrices } from './panelCertificate.ts';
import { solvePanelNetwork, type PanelNetwork } from './panelNetwork.ts';
import { panelNodes, type PanelNodes, type PanelProblem } from './panelProblem.ts';
import { shortageIn, type Shortage } from './panelShortage.ts';

const WHOLE = { perSeat: 1, perPair: 1 };

/**
 * The best panels: `pairs` (case × reviewers + reviewer, ascending) of the greatest total fit, and the prices that prove
 * it. No panels can exceed `bound`; where total = bound nobody can do better.
 */
export type PanelAssignment = { pairs: Int32Array; total: number; bound: number; prices: PanelPrices; rounds: number };

/** Assigns reviewers to cases exactly: all demands, loads and limits kept, no conflict, greatest total fit. Refuses `limitsCross`, `panelsImpossible`. */
export function assignPanels(problem: PanelProblem): Answer<PanelAssignment> {
  const nodes = panelNodes(problem);
  if (!nodes) return no('limitsCross');
  const network = solvePanelNetwork(problem, nodes, WHOLE);
  const short = network.simplex.unmet();
  if (short > 0) return no('panelsImpossible', { params: { short } });
  const pairs = chosenPairs(problem, nodes, network);
  const prices = pricesOf(problem, nodes, network.simplex.price);
  return yes({ pairs, total: totalFit(problem, pairs), bound: dualBound(problem, prices), prices, rounds: network.rounds });
}

/** Why no panels exist for a problem: a set that cannot be served; undefined when panels exist. */
export function findShortage(problem: PanelProblem): Shortage | undefined {
  const nodes = panelNodes(problem);
  const network = nodes && solvePanelNetwork(problem, nodes, WHOLE);
  return network && network.simplex.unmet() > 0 ? shortageIn(problem, nodes, network) : undefined;
}

function chosenPairs(problem: PanelProblem, nodes: PanelNodes, { simplex, firstPair }: PanelNetwork): Int32Array {
  const pairs: number[] = [];
  for (let arc = firstPair; arc < simplex.arcs; arc++) {
    if (simplex.flow[arc]! === 0) continue;
    pairs.push(Math.floor(simplex.source[arc]! / nodes.stride) * problem.reviewers + simplex.target[arc]! - nodes.reviewerNode);
  }
  return Int32Array.from(pairs).sort();
}

/** The sum of fits of some pairs. */
export const totalFit = (problem: PanelProblem, pairs: Int32Array): number => pairs.reduce((sum, pair) => sum + problem.fit[pair]!, 0);
