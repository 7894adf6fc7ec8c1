import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { publicBits } from './publicBits.ts';
import type { Placement } from './market.ts';

/** One seeker, or a couple that wishes together: each wish names a site for each member, −1 to stay unplaced. */
export type Household = { members: readonly number[]; wishes: readonly (readonly number[])[] };

/** A market in which some seekers wish as couples; `standing` and `places` as in Market. */
export type HouseholdMarket = { seekers: number; sites: number; standing: Int32Array; places: Int32Array; households: readonly Household[] };

const MOST_TRIES = 24;

/**
 * A placement that no household and site would leave together (Roth and Peranson). With couples there may be none:
 * then, or when none is found in several orders drawn from the seed, the answer is `noStablePlacement`.
 */
export function placeHouseholds(market: HouseholdMarket, seed = 'households'): Answer<Placement> {
  const singlesFirst = [...market.households.keys()].sort((one, other) => market.households[one]!.members.length - market.households[other]!.members.length);
  const { below } = publicBits(seed);
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const placing = new Placing(market);
    if (placing.placeAll(singlesFirst)) return yes(placing.placement);
    for (let last = singlesFirst.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [singlesFirst[last], singlesFirst[other]] = [singlesFirst[other]!, singlesFirst[last]!];
    }
  }
  return no('noStablePlacement', { params: { tries: MOST_TRIES } });
}

/** Households with a wish they like better and could have: none in a stable placement. */
export function blockingHouseholds(market: HouseholdMarket, placement: Placement): number[] {
  const placing = new Placing(market);
  placement.forEach((site, seeker) => { if (site >= 0) placing.seat(seeker, site); });
  return [...market.households.keys()].filter((index) => {
    const { members, wishes } = market.households[index]!;
    const current = wishes.findIndex((wish) => members.every((member, at) => placement[member] === wish[at]));
    return wishes.slice(0, current < 0 ? wishes.length : current).some((wish) => placing.displacedBy(index, wish) !== undefined);
  });
}

/** A placement in the making. */
class Placing {
  readonly placement: Int32Array;
  private readonly market: HouseholdMarket;
  private readonly householdOf: Int32Array;
  private readonly wishersOf: number[][];
  private readonly seated: number[][];
  private readonly current: Int32Array;

  constructor(market: HouseholdMarket) {
    this.market = market;
    this.placement = new Int32Array(market.seekers).fill(-1);
    this.householdOf = new Int32Array(market.seekers);
    this.wishersOf = Array.from({ length: market.sites }, (): number[] => []);
    this.seated = Array.from({ length: market.sites }, (): number[] => []);
    this.current = Int32Array.from(market.households, ({ wishes }) => wishes.length);
    market.households.forEach(({ members, wishes }, index) => {
      for (const member of members) this.householdOf[member] = index;
      for (const site of new Set(wishes.flat())) if (site >= 0) this.wishersOf[site]!.push(index);
    });
  }

  /** Places one household after another; displaced ones and those who wish for a vacancy ask again. False when it goes round in circles. */
  placeAll(order: readonly number[]): boolean {
    const { length } = this.market.households;
    const started = new Uint8Array(length);
    const asking = new Set<number>();
    const vacancies = new Set<number>();
    let steps = 200 + 60 * length;
    for (const first of order) {
      started[first] = 1;
      asking.add(first);
      while (asking.size > 0 || vacancies.size > 0) {
        for (const index of asking) {
          asking.delete(index);
          if (steps-- === 0) return false;
          for (const displaced of this.improve(index, vacancies)) asking.add(displaced);
        }
        for (const site of vacancies) {
          vacancies.delete(site);
          for (const index of this.wishersOf[site]!) if (started[index] === 1 && this.wouldMoveTo(index, site)) asking.add(index);
        }
      }
    }
    return true;
  }

  seat(seeker: number, site: number): void {
    this.placement[seeker] = site;
    this.seated[site]!.push(seeker);
  }

  /** Who must leave if the household takes this wish; undefined when a site would rather not. */
  displacedBy(index: number, wish: readonly number[]): number[] | undefined {
    const { members } = this.market.households[index]!;
    const displaced: number[] = [];
    for (const site of new Set(wish)) {
      if (site < 0) continue;
      const leaving = this.displacedAt(site, members.filter((_, at) => wish[at] === site), index);
      if (!leaving) return undefined;
      displaced.push(...leaving);
    }
    return displaced;
  }

  private displacedAt(site: number, joining: readonly number[], index: number): number[] | undefined {
    const { standing, seekers, places } = this.market;
    const rank = (seeker: number) => standing[site * seekers + seeker]!;
    if (joining.length > places[site]! || joining.some((seeker) => rank(seeker) < 0)) return undefined;
    const staying = this.seated[site]!.filter((seeker) => this.householdOf[seeker] !== index);
    const over = staying.length + joining.length - places[site]!;
    if (over <= 0) return [];
    const leaving = staying.sort((one, other) => rank(other) - rank(one)).slice(0, over);
    const weakest = Math.max(...joining.map(rank));
    return leaving.every((seeker) => rank(seeker) > weakest) ? leaving : undefined;
  }

  /**
   * Moves a household to its best wish that it can have, if better than now; returns who must ask again: the households
   * it displaces, and itself when it is a couple, because whom one partner displaced may have barred a better wish.
   */
  private improve(index: number, vacancies: Set<number>): number[] {
    const { wishes, members } = this.market.households[index]!;
    for (let at = 0; at < this.current[index]!; at++) {
      const wish = wishes[at]!;
      const displaced = this.displacedBy(index, wish);
      if (!displaced) continue;
      this.leave(index, vacancies, []);
      const asking = displaced.filter((seeker) => this.placement[seeker]! >= 0).map((seeker) => {
        if (this.placement[seeker]! >= 0) this.leave(this.householdOf[seeker]!, vacancies, displaced);
        return this.householdOf[seeker]!;
      });
      members.forEach((member, place) => { if (wish[place]! >= 0) this.seat(member, wish[place]!); });
      this.current[index] = at;
      return members.length > 1 && asking.length > 0 ? [...asking, index] : asking;
    }
    return [];
  }

  private leave(index: number, vacancies: Set<number>, displaced: readonly number[]): void {
    for (const member of this.market.households[index]!.members) {
      const site = this.placement[member]!;
      if (site < 0) continue;
      this.seated[site]!.splice(this.seated[site]!.indexOf(member), 1);
      this.placement[member] = -1;
      if (!displaced.includes(member)) vacancies.add(site);
    }
    this.current[index] = this.market.households[index]!.wishes.length;
  }

  private wouldMoveTo(index: number, site: number): boolean {
    const { wishes } = this.market.households[index]!;
    for (let at = 0; at < this.current[index]!; at++) {
      if (wishes[at]!.includes(site) && this.displacedBy(index, wishes[at]!) !== undefined) return true;
    }
    return false;
  }
}
