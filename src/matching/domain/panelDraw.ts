import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { drawWhole, type ChanceFlow } from './chanceFlow.ts';
import { solvePanelNetwork } from './panelNetwork.ts';
import { panelNodes, type PanelProblem } from './panelProblem.ts';
import { publicBits } from './publicBits.ts';

/** Chances are whole 1024ths, so that every draw from them is exact. */
export const CHANCE_UNITS = 1024;

/** How likely each pair is: `chance[k]` 1024ths for `pairs[k]`; `expectedFit` is in 1024ths of a point. */
export type PanelChances = { problem: PanelProblem; pairs: Int32Array; chance: Int32Array; expectedFit: number; flow: ChanceFlow; firstPair: number };

/**
 * The best panels in expectation when no pair may be likelier than `mostChance` 1024ths: nobody can count on, buy or
 * guess a reviewer. Refuses `limitsCross`, `panelsImpossible`, `chanceRange`.
 */
export function chancesOf(problem: PanelProblem, mostChance: number): Answer<PanelChances> {
  if (!Number.isInteger(mostChance) || mostChance < 1 || mostChance > CHANCE_UNITS) return no('chanceRange', { params: { most: CHANCE_UNITS } });
  const nodes = panelNodes(problem);
  if (!nodes) return no('limitsCross');
  const { simplex, firstPair } = solvePanelNetwork(problem, nodes, { perSeat: CHANCE_UNITS, perPair: mostChance });
  const short = simplex.unmet();
  if (short > 0) return no('panelsImpossible', { params: { short: Math.ceil(short / CHANCE_UNITS) } });
  const used = Array.from({ length: simplex.arcs - nodes.count }, (_, at) => nodes.count + at).filter((arc) => simplex.flowOf(arc) > 0);
  const pairArcs = used.filter((arc) => arc >= firstPair);
  const pairs = Int32Array.from(pairArcs, (arc) => Math.floor(simplex.source[arc]! / nodes.stride) * problem.reviewers + simplex.target[arc]! - nodes.reviewerNode);
  const chance = Int32Array.from(pairArcs, (arc) => simplex.flowOf(arc));
  const flow = { nodes: nodes.count, source: pick(simplex.source, used), target: pick(simplex.target, used), flow: Int32Array.from(used, (arc) => simplex.flowOf(arc)) };
  const expectedFit = pairs.reduce((sum, pair, at) => sum + problem.fit[pair]! * chance[at]!, 0);
  return yes({ problem, pairs, chance, expectedFit, flow, firstPair: used.length - pairArcs.length });
}

const pick = (values: Int32Array, arcs: readonly number[]) => Int32Array.from(arcs, (arc) => values[arc]!);

/** Draws whole panels from the chances by a published seed: each pair with exactly its chance, every demand, load and limit kept. */
export function drawPanels(chances: PanelChances, seed: string): Int32Array {
  const drawn = drawWhole(chances.flow, CHANCE_UNITS, publicBits(seed));
  return chances.pairs.filter((_, at) => drawn[chances.firstPair + at] === 1).sort();
}
