/**
 * Two sides that rank each other. Seeker s wishes `wish[firstWish[s]]` first, then the next, up to `firstWish[s + 1]`.
 * `standing[site × seekers + seeker]` is the site's rank of a seeker, 0 the best, all different; −1 where he is not acceptable.
 */
export type Market = { seekers: number; sites: number; firstWish: Int32Array; wish: Int32Array; standing: Int32Array; places: Int32Array };

/** Where each seeker is placed: a site, or −1. */
export type Placement = Int32Array;

/** A market from plain lists: each seeker's wishes, each site's acceptable seekers, best first. */
export function marketOf(wishes: readonly (readonly number[])[], rankings: readonly (readonly number[])[], places: readonly number[]): Market {
  const standing = new Int32Array(wishes.length * rankings.length).fill(-1);
  rankings.forEach((ranking, site) => ranking.forEach((seeker, rank) => { standing[site * wishes.length + seeker] = rank; }));
  const firstWish = new Int32Array(wishes.length + 1);
  wishes.forEach((list, seeker) => { firstWish[seeker + 1] = firstWish[seeker]! + list.length; });
  return { seekers: wishes.length, sites: rankings.length, firstWish, wish: Int32Array.from(wishes.flat()), standing, places: Int32Array.from(places) };
}

/** The rank of a seeker's placement among his wishes, 0 the first; the number of his wishes when he is not placed. */
export function wishRank({ firstWish, wish }: Market, seeker: number, site: number): number {
  const from = firstWish[seeker]!;
  const until = firstWish[seeker + 1]!;
  for (let at = from; at < until; at++) if (wish[at] === site) return at - from;
  return until - from;
}

/** Seekers and sites that would both rather have each other, [seeker, site]; none in a stable placement. */
export function blockingPairs(market: Market, placement: Placement): [number, number][] {
  const { seekers, sites, standing, places, firstWish, wish } = market;
  const worst = new Int32Array(sites).fill(-1);
  const taken = new Int32Array(sites);
  placement.forEach((site, seeker) => {
    if (site < 0) return;
    taken[site]!++;
    worst[site] = Math.max(worst[site]!, standing[site * seekers + seeker]!);
  });
  const blocking: [number, number][] = [];
  for (let seeker = 0; seeker < seekers; seeker++) {
    for (let at = firstWish[seeker]!; at < firstWish[seeker + 1]!; at++) {
      const site = wish[at]!;
      if (site === placement[seeker]) break;
      const rank = standing[site * seekers + seeker]!;
      if (rank >= 0 && (taken[site]! < places[site]! || rank < worst[site]!)) blocking.push([seeker, site]);
    }
  }
  return blocking;
}

/** What is wrong with a placement whatever its merits: too many at a site, or a site not wished for, or not accepting. */
export function placementFaults(market: Market, placement: Placement): string[] {
  const taken = new Int32Array(market.sites);
  const faults: string[] = [];
  placement.forEach((site, seeker) => {
    if (site < 0) return;
    taken[site]!++;
    if (market.standing[site * market.seekers + seeker]! < 0) faults.push(`site ${site} does not accept ${seeker}`);
    if (wishRank(market, seeker, site) === market.firstWish[seeker + 1]! - market.firstWish[seeker]!) faults.push(`${seeker} never wished for ${site}`);
  });
  taken.forEach((count, site) => { if (count > market.places[site]!) faults.push(`site ${site} has ${count}`); });
  return faults;
}

/** Figures by which an office compares placements before it chooses a rule; ranks count from 1. */
export type PlacementFigures = { placed: number; firstWishes: number; meanWish: number; meanStanding: number; blocking: number };

/** The figures of a placement. */
export function figuresOf(market: Market, placement: Placement): PlacementFigures {
  const placed = [...placement.keys()].filter((seeker) => placement[seeker]! >= 0);
  const ranks = placed.map((seeker) => 1 + wishRank(market, seeker, placement[seeker]!));
  const standings = placed.map((seeker) => 1 + market.standing[placement[seeker]! * market.seekers + seeker]!);
  const mean = (values: number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    placed: placed.length, firstWishes: ranks.filter((rank) => rank === 1).length, meanWish: mean(ranks),
    meanStanding: mean(standings), blocking: blockingPairs(market, placement).length,
  };
}
