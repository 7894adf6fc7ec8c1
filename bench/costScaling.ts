import { BARRED, type PanelProblem } from '#matching/domain/panelProblem.ts';

// The class of algorithm that HotCRP publishes for its review assignments: minimum-cost flow by cost scaling, push and
// relabel (Goldberg and Tarjan). Written here from the algorithm, as a peer that can be run on the same instances.

type Arc = { from: number; to: number; room: number; cost: number };
type Network = { nodes: number; first: Int32Array; target: Int32Array; twin: Int32Array; room: Int32Array; cost: Float64Array; excess: Int32Array };

/** The best total fit by cost scaling, or undefined where some case cannot be filled. */
export function solveByCostScaling(problem: PanelProblem): { total: number } | undefined {
  const { cases, reviewers } = problem;
  const sink = cases + reviewers;
  const network = networkOf(sink + 1, arcsOf(problem));
  problem.demand.forEach((demand, index) => { network.excess[index] = demand; network.excess[sink]! -= demand; });
  if (!cheapestFlow(network)) return undefined;
  let total = 0;
  for (let node = 0; node < cases; node++) {
    for (let arc = network.first[node]!; arc < network.first[node + 1]!; arc++) {
      if (network.room[arc] === 0) total += problem.fit[node * reviewers + network.target[arc]! - cases]!;
    }
  }
  return { total };
}

function arcsOf({ cases, reviewers, fit, leastLoad, mostLoad }: PanelProblem): Arc[] {
  const sink = cases + reviewers;
  const arcs: Arc[] = [];
  fit.forEach((value, pair) => { if (value !== BARRED) arcs.push({ from: Math.floor(pair / reviewers), to: cases + (pair % reviewers), room: 1, cost: -value }); });
  const must = -BARRED * 4; // a least load is worth more than any rearrangement of fits
  for (let reviewer = 0; reviewer < reviewers; reviewer++) {
    const [least, most] = [leastLoad[reviewer]!, mostLoad[reviewer]!];
    if (least > 0) arcs.push({ from: cases + reviewer, to: sink, room: least, cost: must });
    if (most > least) arcs.push({ from: cases + reviewer, to: sink, room: most - least, cost: 0 });
  }
  return arcs;
}

function networkOf(nodes: number, arcs: readonly Arc[]): Network {
  const first = new Int32Array(nodes + 1);
  for (const { from, to } of arcs) { first[from + 1]!++; first[to + 1]!++; }
  for (let node = 0; node < nodes; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const all = arcs.length * 2;
  const network: Network = { nodes, first, target: new Int32Array(all), twin: new Int32Array(all), room: new Int32Array(all), cost: new Float64Array(all), excess: new Int32Array(nodes) };
  for (const { from, to, room, cost } of arcs) {
    const [there, back] = [next[from]!++, next[to]!++];
    network.target[there] = to; network.twin[there] = back; network.room[there] = room; network.cost[there] = cost * (nodes + 1);
    network.target[back] = from; network.twin[back] = there; network.room[back] = 0; network.cost[back] = -cost * (nodes + 1);
  }
  return network;
}

/** Refines the flow until its error is below one unit of cost; false when some excess can reach nothing. */
function cheapestFlow(network: Network): boolean {
  const price = new Float64Array(network.nodes);
  let error = network.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1);
  const lowest = -12 * network.nodes * error; // no price falls as far while its excess has anywhere to go
  while (error > 1) {
    error = Math.max(1, error / 8);
    if (!refine(network, price, error, lowest)) return false;
  }
  return true;
}

function refine(network: Network, price: Float64Array, error: number, lowest: number): boolean {
  saturate(network, price);
  const current = network.first.slice();
  const waiting: number[] = [];
  for (let node = 0; node < network.nodes; node++) if (network.excess[node]! > 0) waiting.push(node);
  for (let at = 0; at < waiting.length; at++) {
    if (!discharge(network, price, current, waiting[at]!, error, waiting) || price[waiting[at]!]! < lowest) return false;
  }
  return true;
}

/** Every arc that would save is filled, which leaves no error but some excess. */
function saturate({ nodes, first, target, twin, room, cost, excess }: Network, price: Float64Array): void {
  for (let node = 0; node < nodes; node++) {
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const moved = room[arc]!;
      if (moved === 0 || cost[arc]! + price[node]! - price[target[arc]!]! >= 0) continue;
      room[arc] = 0;
      room[twin[arc]!]! += moved;
      excess[node]! -= moved;
      excess[target[arc]!]! += moved;
    }
  }
}

/** Pushes a node's excess along arcs that save, lowering its price when there is none. */
function discharge({ first, target, twin, room, cost, excess }: Network, price: Float64Array, current: Int32Array, node: number, error: number, waiting: number[]): boolean {
  while (excess[node]! > 0) {
    const arc = current[node]!;
    if (arc === first[node + 1]!) {
      let best = -Infinity;
      for (let each = first[node]!; each < first[node + 1]!; each++) if (room[each]! > 0) best = Math.max(best, price[target[each]!]! - cost[each]!);
      if (best === -Infinity) return false;
      price[node] = best - error;
      current[node] = first[node]!;
      continue;
    }
    const to = target[arc]!;
    if (room[arc]! === 0 || cost[arc]! + price[node]! - price[to]! >= 0) { current[node]!++; continue; }
    const moved = Math.min(excess[node]!, room[arc]!);
    room[arc]! -= moved;
    room[twin[arc]!]! += moved;
    excess[node]! -= moved;
    if (excess[to]! <= 0 && excess[to]! + moved > 0) waiting.push(to);
    excess[to]! += moved;
  }
  return true;
}
