/** A limit on how many of some members may be taken; members are indexes. */
export type Limit = { members: readonly number[]; atLeast: number; atMost: number };

/** Limits as a forest: each limit's parent, and each member's innermost limit; -1 where there is none. Outer limits come first in `outward`. */
export type LaminarTree = { limits: readonly Limit[]; parent: Int32Array; innermost: Int32Array; outward: readonly number[] };

/** The forest of limits that are pairwise nested or apart; undefined when two of them cross. */
export function laminarTree(size: number, limits: readonly Limit[]): LaminarTree | undefined {
  const parent = new Int32Array(limits.length).fill(-1);
  const innermost = new Int32Array(size).fill(-1);
  const outward = limits.map((_, index) => index)
    .sort((one, other) => limits[other]!.members.length - limits[one]!.members.length || one - other);
  for (const index of outward) {
    const { members } = limits[index]!;
    const around = members.length > 0 ? innermost[members[0]!]! : -1;
    if (members.some((member) => innermost[member] !== around)) return undefined;
    parent[index] = around;
    for (const member of members) innermost[member] = index;
  }
  return { limits, parent, innermost, outward };
}

/** Whether `chosen` can be completed from `open` to exactly `total` members with every limit kept. */
export function canComplete(tree: LaminarTree, total: number, chosen: Iterable<number>, open: Iterable<number>): boolean {
  const { limits, parent, outward } = tree;
  const last = limits.length;
  const least = new Int32Array(last + 1);
  const most = new Int32Array(last + 1);
  const slot = (limit: number) => (limit < 0 ? last : limit);
  for (const member of chosen) { const at = slot(tree.innermost[member]!); least[at]!++; most[at]!++; }
  for (const member of open) most[slot(tree.innermost[member]!)]!++;
  for (const index of outward.toReversed()) {
    const low = Math.max(least[index]!, limits[index]!.atLeast);
    const high = Math.min(most[index]!, limits[index]!.atMost);
    if (low > high) return false;
    const above = slot(parent[index]!);
    least[above]! += low;
    most[above]! += high;
  }
  return least[last]! <= total && total <= most[last]!;
}
