import { wishRank, type Market, type Placement } from './market.ts';

/**
 * Deferred acceptance, seekers asking: the stable placement that every seeker likes best of all stable ones; no seeker
 * gains by misreporting his wishes (Gale and Shapley; Roth).
 */
export function seekersAsk(market: Market): Placement {
  const { seekers, sites, firstWish, wish, standing, places } = market;
  const placement = new Int32Array(seekers).fill(-1);
  const next = firstWish.slice(0, seekers);
  const held = Array.from({ length: sites }, (_, site) => new HeldSeekers(standing.subarray(site * seekers, (site + 1) * seekers), places[site]!));
  for (let first = 0; first < seekers; first++) {
    let asking = first;
    while (asking >= 0 && next[asking]! < firstWish[asking + 1]!) {
      const site = wish[next[asking]!++]!;
      const refused = held[site]!.consider(asking);
      if (refused === asking) continue;
      placement[asking] = site;
      if (refused >= 0) placement[refused] = -1;
      asking = refused;
    }
  }
  return placement;
}

/** Deferred acceptance, sites asking: the stable placement that every site likes best and seekers like least. */
export function sitesAsk(market: Market): Placement {
  const { seekers, sites, standing, places } = market;
  const placement = new Int32Array(seekers).fill(-1);
  const next = new Int32Array(sites);
  const free = places.slice();
  const rankings = Array.from({ length: sites }, (_, site) => rankingOf(standing.subarray(site * seekers, (site + 1) * seekers)));
  const asking = [...rankings.keys()];
  for (let site = asking.pop(); site !== undefined; site = asking.pop()) {
    const ranking = rankings[site]!;
    while (free[site]! > 0 && next[site]! < ranking.length) {
      const seeker = ranking[next[site]!++]!;
      const current = placement[seeker]!;
      const rank = wishRank(market, seeker, site);
      if (rank >= wishRank(market, seeker, current)) continue;
      placement[seeker] = site;
      free[site]!--;
      if (current < 0) continue;
      free[current]!++;
      asking.push(current);
    }
  }
  return placement;
}

const rankingOf = (standing: Int32Array): number[] =>
  [...standing.keys()].filter((seeker) => standing[seeker]! >= 0).sort((one, other) => standing[one]! - standing[other]!);

/** The seekers a site holds for now, the worst on top of a heap. */
class HeldSeekers {
  private readonly standing: Int32Array;
  private readonly places: number;
  private readonly heap: number[] = [];

  constructor(standing: Int32Array, places: number) {
    this.standing = standing;
    this.places = places;
  }

  /** Who is refused when this one asks: himself, the worst so far, or −1 for nobody. */
  consider(seeker: number): number {
    const rank = this.standing[seeker]!;
    if (rank < 0 || this.places === 0) return seeker;
    if (this.heap.length < this.places) {
      this.rise(seeker, rank);
      return -1;
    }
    const worst = this.heap[0]!;
    if (this.standing[worst]! < rank) return seeker;
    this.fall(seeker, rank);
    return worst;
  }

  private rise(seeker: number, rank: number): void {
    const { heap, standing } = this;
    let at = heap.length;
    for (let above = (at - 1) >> 1; at > 0 && standing[heap[above]!]! < rank; above = (at - 1) >> 1) {
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = seeker;
  }

  private fall(seeker: number, rank: number): void {
    const { heap, standing } = this;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && standing[heap[child + 1]!]! > standing[heap[child]!]!) child++;
      if (standing[heap[child]!]! <= rank) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = seeker;
  }
}
