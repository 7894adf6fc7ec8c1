import { wishRank, type Placement } from '#matching/domain/market.ts';
import type { Pairing, PairingRule } from './pairing.ts';

/**
 * Why a higher wish was not met, in what may be told: `full` all places are with people further ahead; `notMutual` the other
 * side did not choose; `higher` the other side is paired where it wished more; `rule` the office's rule placed otherwise for
 * the whole; `settled` pairs already made are not taken apart for one who came free later; `left` the other has left the round.
 */
export type WishReason = 'full' | 'notMutual' | 'higher' | 'rule' | 'settled' | 'left';

/** A wish above the pair that was made, and why it was not met. */
export type MissedWish = { id: string; rank: number; reason: WishReason };

/** What explanations stand on: the market as wished, the rule that was run, pupils who have left. */
export type PairingRecord = { pairing: Pairing; placement: Placement; rule: PairingRule; left: ReadonlySet<string>; gaveUp: ReadonlySet<string> };

const unmet = (rule: PairingRule): WishReason => (rule === 'stable' ? 'settled' : 'rule');

/** Why a pupil is not with a master wished for more. */
export function missedByPupil({ pairing, placement, rule, gaveUp }: PairingRecord, pupilId: string): MissedWish[] {
  const { market, pupils, masters } = pairing;
  const { seekers, standing, places, firstWish, wish } = market;
  const seeker = pupils.indexOf(pupilId);
  const from = firstWish[seeker]!;
  const above = wish.subarray(from, from + wishRank(market, seeker, placement[seeker]!));
  return [...above].map((site, at) => {
    const rank = standing[site * seekers + seeker]!;
    const holders = [...placement.keys()].filter((each) => placement[each] === site);
    const allAhead = holders.length >= places[site]! && holders.every((each) => standing[site * seekers + each]! < rank);
    const reason = gaveUp.has(`${masters[site]} ${pupilId}`) ? 'left' : rank < 0 ? 'notMutual' : allAhead ? 'full' : unmet(rule);
    return { id: masters[site]!, rank: at + 1, reason };
  });
}

/** Why a master is not with a pupil ranked above the last one taken, or above nobody when a place is free. */
export function missedByMaster({ pairing, placement, rule, left, gaveUp }: PairingRecord, masterId: string): MissedWish[] {
  const { market, pupils, masters } = pairing;
  const { seekers, standing, places } = market;
  const site = masters.indexOf(masterId);
  const rankOf = (seeker: number) => standing[site * seekers + seeker]!;
  const holders = [...placement.keys()].filter((seeker) => placement[seeker] === site);
  const last = holders.length < places[site]! ? Infinity : Math.max(...holders.map(rankOf));
  const above = [...pupils.keys()].filter((seeker) => rankOf(seeker) >= 0 && rankOf(seeker) < last && placement[seeker] !== site).toSorted((one, other) => rankOf(one) - rankOf(other));
  return above.map((seeker) => {
    const wishes = market.firstWish[seeker + 1]! - market.firstWish[seeker]!;
    const place = wishRank(market, seeker, site);
    const id = pupils[seeker]!;
    const reason = left.has(id) || gaveUp.has(`${masterId} ${id}`) ? 'left' : place === wishes ? 'notMutual' : wishRank(market, seeker, placement[seeker]!) < place ? 'higher' : unmet(rule);
    return { id, rank: rankOf(seeker) + 1, reason };
  });
}
