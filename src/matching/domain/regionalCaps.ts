import type { Market, Placement } from './market.ts';

/** Sites in regions: `regionOf` each site, at most `cap` in each region; each site is served to its `target` before any exceeds it. */
export type Regions = { regionOf: Int32Array; cap: Int32Array; target: Int32Array };

/**
 * Flexible deferred acceptance under regional caps (Kamada and Kojima): nobody envies a worse-placed rival at one site,
 * no place within places and cap stays empty that somebody wishes for, and seekers still gain nothing by misreporting.
 */
export function seekersAskInRegions(market: Market, regions: Regions): Placement {
  const { seekers, sites, firstWish } = market;
  const held = Array.from({ length: sites }, (): number[] => []);
  const next = firstWish.slice(0, seekers);
  let asking = Array.from({ length: seekers }, (_, seeker) => seeker);
  while (asking.length > 0) {
    const touched = new Set<number>();
    for (const seeker of asking) {
      const site = nextAcceptable(market, next, seeker);
      if (site < 0) continue;
      held[site]!.push(seeker);
      touched.add(regions.regionOf[site]!);
    }
    asking = [...touched].flatMap((region) => refusedIn(market, regions, region, held));
  }
  const placement = new Int32Array(seekers).fill(-1);
  held.forEach((list, site) => { for (const seeker of list) placement[seeker] = site; });
  return placement;
}

function nextAcceptable({ seekers, firstWish, wish, standing }: Market, next: Int32Array, seeker: number): number {
  while (next[seeker]! < firstWish[seeker + 1]!) {
    const site = wish[next[seeker]!++]!;
    if (standing[site * seekers + seeker]! >= 0) return site;
  }
  return -1;
}

/** Each site keeps its best up to its target; what the cap leaves goes round the sites, one place at a time. */
function refusedIn(market: Market, { regionOf, cap, target }: Regions, region: number, held: number[][]): number[] {
  const sites = [...regionOf.keys()].filter((site) => regionOf[site] === region);
  const rank = (site: number, seeker: number) => market.standing[site * market.seekers + seeker]!;
  for (const site of sites) held[site]!.sort((one, other) => rank(site, one) - rank(site, other));
  const most = new Map(sites.map((site) => [site, Math.min(market.places[site]!, held[site]!.length)]));
  const kept = new Map(sites.map((site) => [site, Math.min(target[site]!, most.get(site)!)]));
  let left = cap[region]! - [...kept.values()].reduce((sum, count) => sum + count, 0);
  if (left < 0) throw new Error(`the targets of region ${region} exceed its cap`);
  for (let given = true; given && left > 0;) {
    given = false;
    for (const site of sites) {
      if (left === 0 || kept.get(site)! === most.get(site)!) continue;
      kept.set(site, kept.get(site)! + 1);
      left--;
      given = true;
    }
  }
  return sites.flatMap((site) => held[site]!.splice(kept.get(site)!));
}
