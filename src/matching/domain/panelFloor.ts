import { yes, type Answer } from '#platform/domain/answer.ts';
import { MaximumFlow } from './maximumFlow.ts';
import { assignPanels, type PanelAssignment } from './panel.ts';
import { BARRED, limitNode, panelNodes, tailNode, type PanelNodes, type PanelProblem } from './panelProblem.ts';

/**
 * The highest floor under every single fit that panels can keep, and the best panels above it: nobody is given a
 * reviewer worse than the floor for the sake of somebody else's better one.
 */
export function assignAboveFloor(problem: PanelProblem): Answer<PanelAssignment & { floor: number }> {
  const nodes = panelNodes(problem);
  const ceiling = floorCeiling(problem);
  const floors = [...new Set(problem.fit)].filter((value) => value <= ceiling).sort((one, other) => one - other);
  let low = 0;
  let high = floors.length - 1;
  for (let tried = high; nodes && low < high; tried = (low + high + 1) >> 1) {
    if (panelsExist(problem, nodes, floors[tried]!)) low = tried;
    else high = tried - 1;
  }
  const floor = floors[low] ?? 0;
  const answer = assignPanels({ ...problem, fit: problem.fit.map((value) => (value < floor ? BARRED : value)) });
  return answer.ok ? yes({ ...answer.value, floor }) : answer;
}

/** No floor can lie above the fit of any case's last seat when that case may choose first. */
function floorCeiling(problem: PanelProblem): number {
  let ceiling = BARRED - 1;
  for (let index = 0; index < problem.cases; index++) {
    const row = problem.fit.slice(index * problem.reviewers, (index + 1) * problem.reviewers).filter((value) => value !== BARRED).sort();
    const demand = problem.demand[index]!;
    if (demand > 0) ceiling = Math.min(ceiling, row[row.length - demand] ?? -1);
  }
  return ceiling;
}

/** Whether any panels exist among the pairs that reach a floor: a flow that meets all lower bounds. */
function panelsExist(problem: PanelProblem, nodes: PanelNodes, floor: number): boolean {
  const { cases, reviewers, fit } = problem;
  const pairs = fit.keys().filter((pair) => fit[pair]! >= floor && fit[pair] !== BARRED).toArray();
  const flow = new MaximumFlow(nodes.count + 2, pairs.length + nodes.count * 3 + reviewers);
  const balance = new Float64Array(nodes.count);
  const bounded = (source: number, target: number, most: number, least: number) => {
    flow.addArc(source, target, most - least);
    balance[source]! -= least;
    balance[target]! += least;
  };
  for (const pair of pairs) flow.addArc(tailNode(nodes, Math.floor(pair / reviewers), pair % reviewers), nodes.reviewerNode + (pair % reviewers), 1);
  for (let reviewer = 0; reviewer < reviewers; reviewer++) bounded(nodes.reviewerNode + reviewer, nodes.sink, problem.mostLoad[reviewer]!, problem.leastLoad[reviewer]!);
  for (let index = 0; index < cases; index++) {
    const demand = problem.demand[index]!;
    balance[limitNode(nodes, index, -1)]! += demand;
    balance[nodes.sink]! -= demand;
    nodes.tree.limits.forEach(({ atLeast, atMost }, limit) => {
      bounded(limitNode(nodes, index, nodes.tree.parent[limit]!), limitNode(nodes, index, limit), Math.max(atLeast, Math.min(atMost, demand)), atLeast);
    });
  }
  const wanted = addBalances(flow, balance);
  return flow.run(nodes.count, nodes.count + 1) === wanted;
}

function addBalances(flow: MaximumFlow, balance: Float64Array): number {
  let wanted = 0;
  balance.forEach((units, node) => {
    if (units > 0) { flow.addArc(balance.length, node, units); wanted += units; }
    if (units < 0) flow.addArc(node, balance.length + 1, -units);
  });
  return wanted;
}
