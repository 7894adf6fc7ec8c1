/** Fewer people than this are not told to a role that may not see names: who they are would be too easy to guess. */
export const fewest = 3;

type Count = number | null;
const small = (count: Count): boolean => count !== null && count > 0 && count < fewest;

/** A count that may be told: null stands for one or two people. */
export const guarded = (count: Count): Count => (small(count) ? null : count);

/** A column of counts that may stand beside its total: where a single small cell is left out, the next smallest goes with it, or the total would tell it. */
export function guardedColumn(counts: readonly Count[]): Count[] {
  const told = counts.map(guarded);
  if (told.filter((count) => count === null).length !== 1) return told;
  const others = told.filter((count): count is number => count !== null && count > 0);
  const partner = told.indexOf(Math.min(...others));
  return told.map((count, at) => (others.length > 0 && at === partner ? null : count));
}
