import { seekersAsk } from '#matching/domain/deferredAcceptance.ts';
import { blockingPairs, marketOf, wishRank, type Market, type Placement } from '#matching/domain/market.ts';
import { mostPlaced } from '#matching/domain/mostPlaced.ts';
import { tradeUp } from '#matching/domain/tradeUp.ts';
import { fillVacancy } from '#matching/domain/vacancyChain.ts';
import { z } from 'zod';
import type { Side } from './pairingPlan.ts';

/** By which rule pairs are made: nobody would rather have one another; then the young trade up; or as many pairs as can be. */
export const PairingRule = z.enum(['stable', 'young', 'most']);
export type PairingRule = z.infer<typeof PairingRule>;

/** Somebody who may be paired, with the other side's ids in the order handed in. */
export type Wisher = { id: string; side: Side; places: number; wishes: readonly string[] };

/** The two sides as the matching rules see them: pupils seek, masters are the sites. */
export type Pairing = { market: Market; pupils: string[]; masters: string[] };

/** A pair by ids. */
export type Pair = { masterId: string; pupilId: string };

/** Builds the two sides; `apart` are pairs that may no longer be, `left` are pupils who have left the round. */
export function pairingOf(wishers: readonly Wisher[], { apart = [], left = [] }: { apart?: readonly Pair[]; left?: readonly string[] } = {}): Pairing {
  const masters = wishers.filter(({ side }) => side === 'master');
  const pupils = wishers.filter(({ side }) => side === 'pupil');
  const masterAt = new Map(masters.map(({ id }, at) => [id, at]));
  const pupilAt = new Map(pupils.map(({ id }, at) => [id, at]));
  const shut = new Set(apart.map(({ masterId, pupilId }) => `${masterId} ${pupilId}`));
  const at = (places: ReadonlyMap<string, number>, ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const market = marketOf(
    pupils.map(({ id, wishes }) => (left.includes(id) ? [] : at(masterAt, wishes.filter((master) => !shut.has(`${master} ${id}`))))),
    masters.map(({ id, wishes }) => at(pupilAt, wishes.filter((pupil) => !left.includes(pupil) && !shut.has(`${id} ${pupil}`)))),
    masters.map(({ places }) => places),
  );
  return { market, pupils: pupils.map(({ id }) => id), masters: masters.map(({ id }) => id) };
}

/** The placement that a rule gives. */
export function placeBy(rule: PairingRule, { market }: Pairing): Placement {
  if (rule === 'most') return mostPlaced(market);
  const stable = seekersAsk(market);
  return rule === 'young' ? tradeUp(market, stable) : stable;
}

/** The pairs of a placement. */
export const pairsOf = ({ masters, pupils }: Pairing, placement: Placement): Pair[] =>
  [...placement].flatMap((site, seeker) => (site < 0 ? [] : [{ masterId: masters[site]!, pupilId: pupils[seeker]! }]));

/** The placement that these pairs are. */
export function placementOf({ masters, pupils }: Pairing, pairs: readonly Pair[]): Placement {
  const masterOf = new Map(pairs.map(({ masterId, pupilId }) => [pupilId, masters.indexOf(masterId)]));
  return Int32Array.from(pupils, (id) => masterOf.get(id) ?? -1);
}

/** Pairs with each side's rank of the other, from 1, and the two who would both rather have one another. */
export function rankedPairs(pairing: Pairing, placement: Placement): { pairs: (Pair & { wish: number; standing: number })[]; blocking: Pair[] } {
  const { market, masters, pupils } = pairing;
  const ranked = [...placement].flatMap((site, seeker) => (site < 0 ? [] : [{
    masterId: masters[site]!, pupilId: pupils[seeker]!, wish: 1 + wishRank(market, seeker, site), standing: 1 + market.standing[site * market.seekers + seeker]!,
  }]));
  return { pairs: ranked, blocking: blockingPairs(market, placement).map(([seeker, site]) => ({ pupilId: pupils[seeker]!, masterId: masters[site]! })) };
}

/** Somebody who leaves a pair before its end: a pupil leaves the round, a master gives up the place. */
export type Decline = Pair & { by: Side };

/** Who moves after a decline; `from` is undefined for one who had no pair. */
export type PairingMove = { pupilId: string; from: string | undefined; to: string };

/**
 * What follows a decline with the least movement: a pupil's vacancy goes from hand to hand to those who gain by it; a pupil
 * whose master gave up gets the best free place, and nobody who is paired is moved. `pairs` are the live ones without the declined.
 */
export function rematch(pairing: Pairing, pairs: readonly Pair[], { masterId, pupilId, by }: Decline): PairingMove[] {
  const { market, masters, pupils } = pairing;
  const seeker = pupils.indexOf(pupilId);
  const before = placementOf(pairing, pairs);
  if (by === 'pupil') {
    before[seeker] = masters.indexOf(masterId);
    return fillVacancy(market, before, seeker).moves.map((move) => ({ pupilId: pupils[move.seeker]!, from: masters[move.from], to: masters[move.to]! }));
  }
  const free = freeWish(market, before, seeker);
  return free === undefined ? [] : [{ pupilId, from: undefined, to: masters[free]! }];
}

function freeWish(market: Market, placement: Placement, seeker: number): number | undefined {
  const taken = (site: number) => placement.filter((each) => each === site).length;
  return [...market.wish.subarray(market.firstWish[seeker]!, market.firstWish[seeker + 1]!)]
    .find((site) => market.standing[site * market.seekers + seeker]! >= 0 && taken(site) < market.places[site]!);
}
