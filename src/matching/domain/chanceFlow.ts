import type { PublicBits } from './publicBits.ts';

/** A circulation of chances: arc a carries `flow[a]` of `units` from source to target, and every node's flows balance. */
export type ChanceFlow = { nodes: number; source: Int32Array; target: Int32Array; flow: Int32Array };

/**
 * Draws a whole circulation out of one of chances. `units` is a power of two; it is halved again and again: arcs with an
 * odd flow form cycles, and one public bit turns each cycle, so that every arc rounds up or down with chance one half.
 * Each arc ends at 1 with exactly its chance, and every balance and bound holds in every draw.
 */
export function drawWhole(chances: ChanceFlow, units: number, bits: PublicBits): Int32Array {
  const flow = chances.flow.slice();
  for (let left = units; left > 1; left /= 2) {
    const odd = [...flow.keys()].filter((arc) => flow[arc]! % 2 === 1);
    const change = turnCycles(new OddArcs(chances, odd, bits), bits);
    for (let arc = 0; arc < flow.length; arc++) flow[arc] = (flow[arc]! + change[arc]!) / 2;
  }
  return flow;
}

/** +1 or −1 for each odd arc, so that every node stays balanced: short cycles are peeled off, one bit for each. */
function turnCycles(odd: OddArcs, bits: PublicBits): Int8Array {
  const { source, target, nodes } = odd.chances;
  const change = new Int8Array(source.length);
  const position = new Int32Array(nodes).fill(-1);
  for (let start = 0; start < nodes; start++) {
    const path: number[] = [];
    const visited = [start];
    position[start] = 0;
    for (;;) {
      const node = visited.at(-1)!;
      const arc = odd.take(node);
      if (arc < 0) break;
      const reached = source[arc] === node ? target[arc]! : source[arc]!;
      path.push(arc);
      const closed = position[reached]!;
      if (closed < 0) { position[reached] = visited.length; visited.push(reached); continue; }
      const sign = bits.bit() === 1 ? 1 : -1;
      for (let at = closed; at < path.length; at++) change[path[at]!] = source[path[at]!] === visited[at] ? sign : -sign;
      for (const left of visited.splice(closed + 1)) position[left] = -1;
      path.length = closed;
    }
    for (const node of visited) position[node] = -1;
  }
  return change;
}

/** The odd arcs at each node, shuffled by public numbers, each taken once. */
class OddArcs {
  readonly chances: ChanceFlow;
  private readonly start: Int32Array;
  private readonly arc: Int32Array;
  private readonly next: Int32Array;
  private readonly taken: Uint8Array;

  constructor(chances: ChanceFlow, odd: readonly number[], bits: PublicBits) {
    const { nodes, source, target } = chances;
    this.chances = chances;
    this.taken = new Uint8Array(source.length);
    this.start = new Int32Array(nodes + 1);
    for (const arc of odd) { this.start[source[arc]! + 1]!++; this.start[target[arc]! + 1]!++; }
    for (let node = 0; node < nodes; node++) this.start[node + 1]! += this.start[node]!;
    this.next = this.start.slice();
    this.arc = new Int32Array(odd.length * 2);
    for (const arc of odd) { this.arc[this.next[source[arc]!]!++] = arc; this.arc[this.next[target[arc]!]!++] = arc; }
    this.next = this.start.slice();
    for (let node = 0; node < nodes; node++) shuffle(this.arc.subarray(this.start[node]!, this.start[node + 1]!), bits);
  }

  take(node: number): number {
    while (this.next[node]! < this.start[node + 1]!) {
      const arc = this.arc[this.next[node]!++]!;
      if (this.taken[arc] === 1) continue;
      this.taken[arc] = 1;
      return arc;
    }
    return -1;
  }
}

function shuffle(items: Int32Array, bits: PublicBits): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = bits.below(last + 1);
    const kept = items[last]!;
    items[last] = items[other]!;
    items[other] = kept;
  }
}
