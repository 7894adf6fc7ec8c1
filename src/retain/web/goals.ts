import type { MyResult } from './reads.ts';

/** How many goals stand on the home page. */
export const goalsShown = 4;

/** Results not reached yet, nearest first: those with a day, then those only waiting to be known, then fewest failing clauses. */
export function nearestGoals(results: readonly MyResult[]): MyResult[] {
  const open = results.filter((result) => result.verdict !== 'yes');
  return open.toSorted((a, b) => rank(a) - rank(b) || failing(a) - failing(b) || (a.becomes ?? '').localeCompare(b.becomes ?? ''));
}

const failing = (result: MyResult): number => result.lines.filter((line) => line.mark === 'no').length;
const rank = (result: MyResult): number => (result.becomes ? 0 : result.verdict === 'unknown' ? 1 : 2);

/** Distances of the cheapest way that can be counted: 43 days, 1 month. */
export const distancesOf = (result: MyResult): { short: number; unit: string }[] =>
  (result.ways[0]?.steps ?? []).flatMap(({ short, unit }) => (short === undefined || !unit ? [] : [{ short, unit }]));
