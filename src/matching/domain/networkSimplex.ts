import { SpanningTree } from './spanningTree.ts';

const AT_LOWER = 1;
const IN_TREE = 0;
const AT_UPPER = -1;

/**
 * Minimum-cost flow by the primal network simplex on typed arrays, exact for whole numbers. Arcs may be added
 * between runs and the basis is kept: that is what column generation needs. Arc v < nodes is the artificial arc of
 * node v; it costs more than any path, so flow left on it proves that the demands cannot be met.
 */
export class NetworkSimplex {
  readonly nodes: number;
  readonly tree: SpanningTree;
  readonly balance: Float64Array;
  source: Int32Array;
  target: Int32Array;
  cost: Float64Array;
  capacity: Float64Array;
  lower: Float64Array;
  flow: Float64Array;
  state: Int8Array;
  arcs: number;
  private readonly artificialCost: number;
  private from: number;

  constructor(nodes: number, expectedArcs: number, largestCost: number) {
    const size = nodes + expectedArcs;
    this.nodes = nodes;
    this.arcs = nodes;
    this.from = nodes;
    this.artificialCost = (largestCost + 1) * nodes;
    this.tree = new SpanningTree(nodes);
    this.balance = new Float64Array(nodes);
    this.source = new Int32Array(size);
    this.target = new Int32Array(size);
    this.cost = new Float64Array(size);
    this.capacity = new Float64Array(size);
    this.lower = new Float64Array(size);
    this.flow = new Float64Array(size);
    this.state = new Int8Array(size);
  }

  /** Node prices: along an arc that carries flow below its capacity, target price − source price = cost. */
  get price(): Float64Array {
    return this.tree.price;
  }

  /** Adds an arc at its lower bound and returns its number. Arcs with a lower bound must come before `start`. */
  addArc(source: number, target: number, cost: number, capacity: number, lower = 0): number {
    if (this.arcs === this.source.length) this.grow();
    const arc = this.arcs++;
    this.source[arc] = source;
    this.target[arc] = target;
    this.cost[arc] = cost;
    this.capacity[arc] = capacity - lower;
    this.lower[arc] = lower;
    this.state[arc] = AT_LOWER;
    this.balance[source]! -= lower;
    this.balance[target]! += lower;
    return arc;
  }

  /** The whole flow of an arc, its lower bound included. */
  flowOf(arc: number): number {
    return this.flow[arc]! + this.lower[arc]!;
  }

  /** Hangs every node on the root by an artificial arc that carries its supply or demand. */
  start(supply: Float64Array): void {
    const root = this.nodes;
    for (let node = 0; node < this.nodes; node++) {
      this.balance[node]! += supply[node]!;
      const balance = this.balance[node]!;
      const gives = balance >= 0;
      this.source[node] = gives ? node : root;
      this.target[node] = gives ? root : node;
      this.cost[node] = gives ? 0 : this.artificialCost;
      this.flow[node] = Math.abs(balance);
      this.capacity[node] = Infinity;
      this.state[node] = IN_TREE;
      this.tree.hang(node, gives, this.cost[node]!);
    }
  }

  /** Units that reach no place: above zero when the demands cannot be met with the arcs so far. */
  unmet(): number {
    let units = 0;
    for (let node = 0; node < this.nodes; node++) if (this.source[node] === node) units += this.flow[node]!;
    return units;
  }

  /** Pivots until no arc improves; `fromArc` says where new arcs begin, to look there first. */
  run(fromArc = this.from): void {
    this.from = fromArc < this.arcs ? fromArc : this.nodes;
    for (let entering = this.improvingArc(); entering >= 0; entering = this.improvingArc()) this.pivot(entering);
  }

  /** The best arc of the next block of arcs that has an improving one; −1 when none improves. */
  private improvingArc(): number {
    const { source, target, cost, state, nodes, arcs } = this;
    const price = this.tree.price;
    const count = arcs - nodes;
    const block = Math.max(20, Math.ceil(0.6 * Math.sqrt(count)));
    let best = -1;
    let bestValue = -1e-9;
    let left = block;
    let arc = this.from;
    for (let seen = 0; seen < count; seen++) {
      const value = state[arc]! * (cost[arc]! + price[source[arc]!]! - price[target[arc]!]!);
      if (value < bestValue) { bestValue = value; best = arc; }
      if (++arc === arcs) arc = nodes;
      if (--left > 0) continue;
      if (best >= 0) break;
      left = block;
    }
    this.from = arc;
    return best;
  }

  private pivot(entering: number): void {
    const { tree, source, target, flow, state } = this;
    const rising = state[entering] === AT_LOWER;
    const first = rising ? source[entering]! : target[entering]!;
    const second = rising ? target[entering]! : source[entering]!;
    const join = tree.join(first, second);
    const { amount, leaving, onFirst } = this.narrowest(entering, first, second, join);
    if (amount === Infinity) throw new Error('the costs have no lower bound');
    if (amount > 0) this.push(entering, first, second, join, amount);
    if (leaving < 0) {
      state[entering] = rising ? AT_UPPER : AT_LOWER;
      return;
    }
    const leavingArc = tree.arc[leaving]!;
    state[entering] = IN_TREE;
    state[leavingArc] = flow[leavingArc] === 0 ? AT_LOWER : AT_UPPER;
    const inside = onFirst ? first : second;
    const outside = onFirst ? second : first;
    tree.rehang(leaving, inside, outside, entering, source[entering] === inside, this.cost[entering]!);
  }

  /** How much can go round the cycle and whose tree arc stops it; ties keep the tree strongly feasible, so it cannot cycle. */
  private narrowest(entering: number, first: number, second: number, join: number) {
    const { flow, capacity } = this;
    const { parent, arc, upward } = this.tree;
    let amount = capacity[entering]!;
    let leaving = -1;
    let onFirst = false;
    for (let node = first; node !== join; node = parent[node]!) {
      const on = arc[node]!;
      const room = upward[node] ? flow[on]! : capacity[on]! - flow[on]!;
      if (room < amount) { amount = room; leaving = node; onFirst = true; }
    }
    for (let node = second; node !== join; node = parent[node]!) {
      const on = arc[node]!;
      const room = upward[node] ? capacity[on]! - flow[on]! : flow[on]!;
      if (room <= amount) { amount = room; leaving = node; onFirst = false; }
    }
    return { amount, leaving, onFirst };
  }

  private push(entering: number, first: number, second: number, join: number, amount: number): void {
    const { flow, state } = this;
    const { parent, arc, upward } = this.tree;
    flow[entering]! += state[entering]! * amount;
    for (let node = first; node !== join; node = parent[node]!) flow[arc[node]!]! += upward[node] ? -amount : amount;
    for (let node = second; node !== join; node = parent[node]!) flow[arc[node]!]! += upward[node] ? amount : -amount;
  }

  private grow(): void {
    const size = Math.ceil(this.arcs * 1.3) + 16;
    this.source = widened(this.source, new Int32Array(size));
    this.target = widened(this.target, new Int32Array(size));
    this.cost = widened(this.cost, new Float64Array(size));
    this.capacity = widened(this.capacity, new Float64Array(size));
    this.lower = widened(this.lower, new Float64Array(size));
    this.flow = widened(this.flow, new Float64Array(size));
    this.state = widened(this.state, new Int8Array(size));
  }
}

function widened<T extends Int32Array | Float64Array | Int8Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
