/** Maximum flow by Dinic's blocking flows on typed arrays; arc 2k goes forward, arc 2k + 1 back. */
export class MaximumFlow {
  private readonly firstArc: Int32Array;
  private readonly level: Int32Array;
  private readonly turn: Int32Array;
  private readonly queue: Int32Array;
  private readonly nextArc: Int32Array;
  private readonly target: Int32Array;
  private readonly room: Int32Array;
  private arcs = 0;

  constructor(nodes: number, arcs: number) {
    this.firstArc = new Int32Array(nodes).fill(-1);
    this.level = new Int32Array(nodes);
    this.turn = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.nextArc = new Int32Array(arcs * 2);
    this.target = new Int32Array(arcs * 2);
    this.room = new Int32Array(arcs * 2);
  }

  /** Adds an arc of whole capacity. */
  addArc(source: number, target: number, capacity: number): void {
    this.half(source, target, capacity);
    this.half(target, source, 0);
  }

  /** The most that can flow from source to sink. */
  run(source: number, sink: number): number {
    let total = 0;
    while (this.measure(source, sink)) {
      this.turn.set(this.firstArc);
      for (let pushed = this.push(source, sink); pushed > 0; pushed = this.push(source, sink)) total += pushed;
    }
    return total;
  }

  private half(source: number, target: number, capacity: number): void {
    const arc = this.arcs++;
    this.target[arc] = target;
    this.room[arc] = capacity;
    this.nextArc[arc] = this.firstArc[source]!;
    this.firstArc[source] = arc;
  }

  /** Levels by breadth; false when the sink is out of reach. */
  private measure(source: number, sink: number): boolean {
    const { level, queue, firstArc, nextArc, target, room } = this;
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    for (let from = 0, until = 1; from < until; from++) {
      const node = queue[from]!;
      for (let arc = firstArc[node]!; arc >= 0; arc = nextArc[arc]!) {
        const reached = target[arc]!;
        if (room[arc]! === 0 || level[reached]! >= 0) continue;
        level[reached] = level[node]! + 1;
        queue[until++] = reached;
      }
    }
    return level[sink]! >= 0;
  }

  /** Pushes along one path of rising levels, without recursion; 0 when none is left. */
  private push(source: number, sink: number): number {
    const { level, turn, nextArc, target, room } = this;
    const path: number[] = [];
    for (let node = source; node !== sink;) {
      const arc = turn[node]!;
      if (arc >= 0) {
        const reached = target[arc]!;
        if (room[arc]! > 0 && level[reached] === level[node]! + 1) { path.push(arc); node = reached; } else turn[node] = nextArc[arc]!;
        continue;
      }
      const back = path.pop();
      if (back === undefined) return 0;
      node = target[back ^ 1]!;
      turn[node] = nextArc[back]!;
    }
    const amount = path.reduce((least, arc) => Math.min(least, room[arc]!), Infinity);
    for (const arc of path) { room[arc]! -= amount; room[arc ^ 1]! += amount; }
    return amount;
  }
}
