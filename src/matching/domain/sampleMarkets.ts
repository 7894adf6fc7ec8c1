import type { Household, HouseholdMarket } from './households.ts';
import { marketOf, type Market } from './market.ts';
import { sampleNumbers } from './samplePanels.ts';

/** Sizes of a sample market; every seeker wishes for `wishes` sites, popular ones more often. */
export type MarketShape = { seekers: number; sites: number; wishes: number; places: number };

/** A market in which tastes and standings have a common part, as real ones do. */
export function sampleMarket({ seekers, sites, wishes, places }: MarketShape, seed: number): Market {
  const next = sampleNumbers(seed);
  const fame = Float64Array.from({ length: sites }, next);
  const merit = Float64Array.from({ length: seekers }, next);
  const wanted = Array.from({ length: seekers }, () => ranked(fame.map((value) => value * 0.3 + next())).slice(0, wishes));
  const wishers = Array.from({ length: sites }, (): number[] => []);
  wanted.forEach((list, seeker) => { for (const site of list) wishers[site]!.push(seeker); });
  const rankings = wishers.map((list) => {
    const value = new Map(list.map((seeker) => [seeker, merit[seeker]! * 0.4 + next() * 0.6]));
    return list.sort((one, other) => value.get(other)! - value.get(one)!);
  });
  return marketOf(wanted, rankings, Array.from({ length: sites }, () => places));
}

const ranked = (values: Float64Array): number[] => [...values.keys()].sort((one, other) => values[other]! - values[one]!);

/** The same market in which the first 2 × `couples` seekers wish in pairs: for two sites their wishes name, best sum first. */
export function withCouples(market: Market, couples: number): HouseholdMarket {
  const list = (seeker: number) => [...market.wish.subarray(market.firstWish[seeker]!, market.firstWish[seeker + 1]!)];
  const households: Household[] = [];
  for (let pair = 0; pair < couples; pair++) households.push({ members: [2 * pair, 2 * pair + 1], wishes: pairWishes(list(2 * pair), list(2 * pair + 1)) });
  for (let seeker = 2 * couples; seeker < market.seekers; seeker++) households.push({ members: [seeker], wishes: list(seeker).map((site) => [site]) });
  return { seekers: market.seekers, sites: market.sites, standing: market.standing, places: market.places, households };
}

const pairWishes = (one: readonly number[], other: readonly number[]): number[][] =>
  one.flatMap((first, a) => other.map((second, b) => ({ wish: [first, second], cost: a + b })))
    .sort((x, y) => x.cost - y.cost).map(({ wish }) => wish);
