import { wishRank, type Market, type Placement } from './market.ts';

/**
 * Seekers trade their places in circles as long as everybody in the circle gains and every site accepts whom it gets. From a
 * stable placement nobody loses and no further such circle is left; sites may get somebody they rank lower.
 */
export function tradeUp(market: Market, placement: Placement): Placement {
  const after = placement.slice();
  for (let circle = findCircle(market, after); circle.length > 0; circle = findCircle(market, after)) {
    const sites = circle.map((seeker) => after[seeker]!);
    circle.forEach((seeker, at) => { after[seeker] = sites[(at + 1) % circle.length]!; });
  }
  return after;
}

/** A circle of seekers each of whom would rather have the place of the next; empty when there is none. */
function findCircle(market: Market, placement: Placement): number[] {
  const seen = new Uint8Array(market.seekers); // 1 on the trail, 2 leads nowhere
  const trail: number[] = [];
  const walk = (seeker: number): number[] => {
    seen[seeker] = 1;
    trail.push(seeker);
    for (const next of wantsPlaceOf(market, placement, seeker)) {
      if (seen[next] === 1) return trail.slice(trail.indexOf(next));
      const circle = seen[next] === 2 ? [] : walk(next);
      if (circle.length > 0) return circle;
    }
    seen[seeker] = 2;
    trail.pop();
    return [];
  };
  for (let seeker = 0; seeker < market.seekers; seeker++) {
    const circle = seen[seeker] === 0 && placement[seeker]! >= 0 ? walk(seeker) : [];
    if (circle.length > 0) return circle;
  }
  return [];
}

/** Those who hold a place this seeker would rather have and may have, his best wish first. */
function wantsPlaceOf(market: Market, placement: Placement, seeker: number): number[] {
  const { firstWish, wish, standing, seekers } = market;
  const from = firstWish[seeker]!;
  const better = [...wish.subarray(from, from + wishRank(market, seeker, placement[seeker]!))].filter((site) => standing[site * seekers + seeker]! >= 0);
  return better.flatMap((site) => [...placement.keys()].filter((holder) => placement[holder] === site));
}
