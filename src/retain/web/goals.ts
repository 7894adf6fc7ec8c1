import type { MyEntitlements, MyResult } from './reads.ts';

/** How many goals stand on the home page. */
export const goalsShown = 2;

/** Titles and categories to work towards; what no way leads to is none. */
export const goalsAmong = ({ judged }: MyEntitlements): MyResult[] => judged.filter(({ purpose }) => purpose === 'title' || purpose === 'category')
  .flatMap(({ results }) => results).filter(({ verdict, ways }) => verdict !== 'no' || ways.length > 0);

/** Something else must be reached first, such as the title before. */
const comesLater = ({ ways }: MyResult): boolean => ways[0]?.steps.some(({ unit }) => unit === 'rank') ?? false;

/** Results not reached yet, nearest first: what needs no other title before, then the larger part that already holds; a known day comes before none. */
export function nearestGoals(results: readonly MyResult[]): MyResult[] {
  const open = results.filter((result) => result.verdict !== 'yes' && result.lines.some((line) => line.mark === 'yes' && line.facts.length > 0));
  return open.toSorted((a, b) => Number(comesLater(a)) - Number(comesLater(b)) || Number(Boolean(b.becomes)) - Number(Boolean(a.becomes)) || reached(b) - reached(a));
}

const reached = (result: MyResult): number => result.lines.filter((line) => (line.clauseMark ?? line.mark) === 'yes').length / result.lines.length;

/** Distances of the cheapest way that can be counted, such as 43 days; a rank is not counted but named in the next step. */
export const distancesOf = (result: MyResult): { short: number; fact: string; unit: 'day' | 'number' | 'item' }[] =>
  (result.ways[0]?.steps ?? []).flatMap(({ short, fact, unit }) => (short === undefined || unit === undefined || unit === 'rank' ? [] : [{ short, fact, unit }]));
