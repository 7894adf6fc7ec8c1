/**
 * A search on its way: what is known of every node. `offer` records a way to a node; callers with many neighbours test
 * `here + length < distance[target]` and `< distance[end]` themselves, which spares most calls.
 */
export type Search = { readonly distance: Float64Array; readonly end: number; offer: (from: number, target: number, reached: number) => void };

/** The nodes of a shortest path (Dijkstra on a binary heap, lengths never negative); undefined when the end cannot be reached. */
export function shortestPath(nodes: number, start: number, end: number, expand: (node: number, here: number, search: Search) => void): number[] | undefined {
  const distance = new Float64Array(nodes).fill(Infinity);
  const before = new Int32Array(nodes).fill(-1);
  const settled = new Uint8Array(nodes);
  const waiting = new NodeHeap();
  const search: Search = {
    distance, end,
    offer: (from, target, reached) => {
      if (reached >= distance[target]! || reached >= distance[end]!) return;
      distance[target] = reached;
      before[target] = from;
      waiting.add(target, reached);
    },
  };
  search.offer(-1, start, 0);
  for (let node = waiting.take(); node >= 0 && node !== end; node = waiting.take()) {
    if (settled[node] === 1) continue;
    settled[node] = 1;
    expand(node, distance[node]!, search);
  }
  return distance[end] === Infinity ? undefined : pathTo(before, end);
}

function pathTo(before: Int32Array, to: number): number[] {
  const path: number[] = [];
  for (let node = to; node >= 0; node = before[node]!) path.push(node);
  return path.reverse();
}

/** Nodes in the order of their keys; the same node may wait more than once. */
class NodeHeap {
  private readonly node: number[] = [];
  private readonly key: number[] = [];

  add(node: number, key: number): void {
    let at = this.node.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.key[above]! <= key) break;
      this.node[at] = this.node[above]!;
      this.key[at] = this.key[above]!;
      at = above;
    }
    this.node[at] = node;
    this.key[at] = key;
  }

  /** The node with the least key, taken out; −1 when none waits. */
  take(): number {
    const first = this.node[0];
    const lastNode = this.node.pop();
    const lastKey = this.key.pop();
    if (first === undefined || lastNode === undefined || lastKey === undefined) return -1;
    if (this.node.length > 0) this.sink(lastNode, lastKey);
    return first;
  }

  private sink(node: number, key: number): void {
    const size = this.node.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.key[child + 1]! < this.key[child]!) child++;
      if (this.key[child]! >= key) break;
      this.node[at] = this.node[child]!;
      this.key[at] = this.key[child]!;
      at = child;
    }
    this.node[at] = node;
    this.key[at] = key;
  }
}
