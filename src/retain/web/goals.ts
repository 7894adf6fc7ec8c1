import type { MyResult } from './reads.ts';

/** How many goals stand on the home page. */
export const goalsShown = 2;

/** Results not reached yet, nearest first: the larger the part that already holds, the nearer; a known day comes before none. */
export function nearestGoals(results: readonly MyResult[]): MyResult[] {
  const open = results.filter((result) => result.verdict !== 'yes' && result.lines.some((line) => line.mark === 'yes' && line.facts.length > 0));
  return open.toSorted((a, b) => Number(Boolean(b.becomes)) - Number(Boolean(a.becomes)) || reached(b) - reached(a));
}

const reached = (result: MyResult): number => result.lines.filter((line) => line.mark === 'yes').length / result.lines.length;

/** Distances of the cheapest way that can be counted: 43 days, 1 month. */
export const distancesOf = (result: MyResult): { short: number; unit: string }[] =>
  (result.ways[0]?.steps ?? []).flatMap(({ short, unit }) => (short === undefined || !unit ? [] : [{ short, unit }]));
