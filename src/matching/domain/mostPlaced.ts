import { NetworkSimplex } from './networkSimplex.ts';
import type { Market, Placement } from './market.ts';

/** The placement of the most seekers, and among those the best sum of wishes; it may leave blocking pairs. */
export function mostPlaced(market: Market): Placement {
  const { seekers, sites, firstWish, wish, standing, places } = market;
  const sink = seekers + sites;
  const perPlaced = wish.length + 1;
  const simplex = new NetworkSimplex(sink + 1, wish.length + sites + seekers, perPlaced);
  for (let site = 0; site < sites; site++) simplex.addArc(seekers + site, sink, 0, places[site]!);
  for (let seeker = 0; seeker < seekers; seeker++) simplex.addArc(seeker, sink, perPlaced, 1);
  const wishes = simplex.arcs;
  for (let seeker = 0; seeker < seekers; seeker++) {
    for (let at = firstWish[seeker]!; at < firstWish[seeker + 1]!; at++) {
      if (standing[wish[at]! * seekers + seeker]! >= 0) simplex.addArc(seeker, seekers + wish[at]!, at - firstWish[seeker]!, 1);
    }
  }
  simplex.start(Float64Array.from({ length: sink + 1 }, (_, node) => (node < seekers ? 1 : node === sink ? -seekers : 0)));
  simplex.run();
  const placement = new Int32Array(seekers).fill(-1);
  for (let arc = wishes; arc < simplex.arcs; arc++) if (simplex.flow[arc] === 1) placement[simplex.source[arc]!] = simplex.target[arc]! - seekers;
  return placement;
}
