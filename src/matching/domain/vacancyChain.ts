import { wishRank, type Market, type Placement } from './market.ts';

/** One seeker who moves up into a vacancy; from −1 when he had no place. */
export type ChainMove = { seeker: number; from: number; to: number };

/**
 * What follows when a placed seeker declines: the vacancy goes to the site's best among those who prefer it, his place
 * to the next, until no one wants the last. Everybody who moves gains, nobody else moves, and the rest stays stable.
 */
export function fillVacancy(market: Market, placement: Placement, declined: number): { placement: Placement; moves: ChainMove[] } {
  const after = placement.slice();
  const moves: ChainMove[] = [];
  let vacant = after[declined]!;
  after[declined] = -1;
  while (vacant >= 0) {
    const seeker = bestWilling(market, after, vacant, declined);
    if (seeker < 0) break;
    const from = after[seeker]!;
    moves.push({ seeker, from, to: vacant });
    after[seeker] = vacant;
    vacant = from;
  }
  return { placement: after, moves };
}

function bestWilling(market: Market, placement: Placement, site: number, declined: number): number {
  let best = -1;
  const rank = (seeker: number) => market.standing[site * market.seekers + seeker]!;
  for (let seeker = 0; seeker < market.seekers; seeker++) {
    if (seeker === declined || rank(seeker) < 0 || (best >= 0 && rank(best) < rank(seeker))) continue;
    if (wishRank(market, seeker, site) < wishRank(market, seeker, placement[seeker]!)) best = seeker;
  }
  return best;
}
