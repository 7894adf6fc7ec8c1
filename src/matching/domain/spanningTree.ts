/**
 * The basis of a network simplex: a tree over all nodes, hung on one root. Each node knows its parent, the arc that
 * joins them and whether that arc points up, its depth, its price, and its children as a linked list.
 */
export class SpanningTree {
  readonly root: number;
  readonly parent: Int32Array;
  readonly arc: Int32Array;
  readonly upward: Uint8Array;
  readonly depth: Int32Array;
  readonly price: Float64Array;
  private readonly firstChild: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly stack: Int32Array;

  constructor(nodes: number) {
    this.root = nodes;
    this.parent = new Int32Array(nodes + 1).fill(-1);
    this.arc = new Int32Array(nodes + 1).fill(-1);
    this.upward = new Uint8Array(nodes + 1);
    this.depth = new Int32Array(nodes + 1);
    this.price = new Float64Array(nodes + 1);
    this.firstChild = new Int32Array(nodes + 1).fill(-1);
    this.next = new Int32Array(nodes + 1).fill(-1);
    this.previous = new Int32Array(nodes + 1).fill(-1);
    this.stack = new Int32Array(nodes + 1);
  }

  /** Hangs a new node on the root by its artificial arc, which has the node's own number. */
  hang(node: number, upward: boolean, cost: number): void {
    this.arc[node] = node;
    this.upward[node] = upward ? 1 : 0;
    this.depth[node] = 1;
    this.price[node] = upward ? -cost : cost;
    this.attach(node, this.root);
  }

  /** The lowest node above both. */
  join(one: number, other: number): number {
    const { parent, depth } = this;
    let a = one;
    let b = other;
    while (a !== b) {
      const lift = depth[a]! - depth[b]!;
      if (lift >= 0) a = parent[a]!;
      if (lift <= 0) b = parent[b]!;
    }
    return a;
  }

  /** Cuts the branch at `leaving`, turns it so that `inside` is its top, and hangs it on `outside` by the entering arc. */
  rehang(leaving: number, inside: number, outside: number, entering: number, upward: boolean, cost: number): void {
    const { parent, arc } = this;
    let node = inside;
    let above = outside;
    let by = entering;
    let up = upward ? 1 : 0;
    for (;;) {
      const oldParent = parent[node]!;
      const oldArc = arc[node]!;
      const oldUp = this.upward[node]!;
      this.detach(node);
      this.attach(node, above);
      arc[node] = by;
      this.upward[node] = up;
      if (node === leaving) break;
      by = oldArc;
      up = oldUp ? 0 : 1;
      above = node;
      node = oldParent;
    }
    const price = upward ? this.price[outside]! - cost : this.price[outside]! + cost;
    this.shift(inside, price - this.price[inside]!);
  }

  /** Adds to the prices of a whole branch and renews its depths. */
  private shift(top: number, by: number): void {
    const { price, depth, parent, firstChild, next, stack } = this;
    let filled = 0;
    stack[filled++] = top;
    while (filled > 0) {
      const node = stack[--filled]!;
      price[node]! += by;
      depth[node] = depth[parent[node]!]! + 1;
      for (let child = firstChild[node]!; child >= 0; child = next[child]!) stack[filled++] = child;
    }
  }

  private attach(node: number, above: number): void {
    const first = this.firstChild[above]!;
    this.parent[node] = above;
    this.next[node] = first;
    this.previous[node] = -1;
    if (first >= 0) this.previous[first] = node;
    this.firstChild[above] = node;
  }

  private detach(node: number): void {
    const before = this.previous[node]!;
    const after = this.next[node]!;
    if (before >= 0) this.next[before] = after;
    else this.firstChild[this.parent[node]!] = after;
    if (after >= 0) this.previous[after] = before;
  }
}
