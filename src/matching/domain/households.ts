import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { publicBits } from './publicBits.ts';
import type { Placement } from './market.ts';

/** One seeker, or a couple that wishes together: each wish names a site for each member, −1 to stay unplaced. */
export type Household = { members: readonly number[]; wishes: readonly (readonly number[])[] };

/** A market in which some seekers wish as couples; `standing` and `places` as in Market. */
export type HouseholdMarket = { seekers: number; sites: number; standing: Int32Array; places: Int32Array; households: readonly Household[] };

const MOST_TRIES = 8;

/**
 * A placement that no household and site would leave together (Roth and Peranson). With couples there may be none;
 * `noStableFound` says that several orders drawn from the seed found none, which is not yet a proof that there is none.
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
  return no('noStableFound', { params: { tries: MOST_TRIES } });
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
    const asking = new Waiting(length);
    const vacancies = new Waiting(this.market.sites);
    let steps = 500 + 30 * length;
    for (const first of order) {
      started[first] = 1;
      asking.add(first);
      while (asking.size > 0 || vacancies.size > 0) {
        if (steps-- === 0) return false;
        if (asking.size > 0) {
          for (const displaced of this.improve(asking.take(), vacancies)) asking.add(displaced);
          continue;
        }
        const site = vacancies.take();
        const best = this.bestWilling(site, started);
        if (best < 0) continue;
        asking.add(best);
        vacancies.add(site);
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
      const leaving = this.displacedAt(site, members.filter((_, at) => wish[at] === site));
      if (!leaving) return undefined;
      displaced.push(...leaving);
    }
    return displaced;
  }

  /** A site chooses among all it holds and those who come, also when one partner comes and the other leaves. */
  private displacedAt(site: number, wishing: readonly number[]): number[] | undefined {
    const { standing, seekers, places } = this.market;
    const held = this.seated[site]!;
    const joining = wishing.filter((seeker) => this.placement[seeker] !== site);
    const weakest = joining.reduce((rank, seeker) => Math.max(rank, this.rank(site, seeker)), -1);
    if (wishing.length > places[site]! || joining.some((seeker) => standing[site * seekers + seeker]! < 0)) return undefined;
    const over = held.length + joining.length - places[site]!;
    if (over <= 0) return [];
    const weaker = held.filter((seeker) => this.rank(site, seeker) > weakest);
    if (weaker.length < over) return undefined;
    const leaving = weaker.sort((one, other) => this.rank(site, other) - this.rank(site, one)).slice(0, over);
    return leaving.some((seeker) => wishing.includes(seeker)) ? undefined : leaving;
  }

  private rank(site: number, seeker: number): number {
    return this.market.standing[site * this.market.seekers + seeker]!;
  }

  /** Moves a household to its best wish that it can have, if better than now; returns the households it displaces. */
  private improve(index: number, vacancies: Waiting): number[] {
    const { wishes, members } = this.market.households[index]!;
    for (let at = 0; at < this.current[index]!; at++) {
      const wish = wishes[at]!;
      const displaced = this.displacedBy(index, wish);
      if (!displaced) continue;
      const asking = new Set(displaced.map((seeker) => this.householdOf[seeker]!));
      asking.delete(index);
      this.leave(index, vacancies, displaced);
      for (const other of asking) this.leave(other, vacancies, displaced);
      members.forEach((member, place) => { if (wish[place]! >= 0) this.seat(member, wish[place]!); });
      this.current[index] = at;
      return [...asking];
    }
    return [];
  }

  private leave(index: number, vacancies: Waiting, displaced: readonly number[]): void {
    for (const member of this.market.households[index]!.members) {
      const site = this.placement[member]!;
      if (site < 0) continue;
      this.seated[site]!.splice(this.seated[site]!.indexOf(member), 1);
      this.placement[member] = -1;
      if (!displaced.includes(member)) vacancies.add(site);
    }
    this.current[index] = this.market.households[index]!.wishes.length;
  }

  /** The household whose best member the site ranks highest among those who would come; −1 when nobody would. */
  private bestWilling(site: number, started: Uint8Array): number {
    let best = -1;
    let bestRank = Infinity;
    for (const index of this.wishersOf[site]!) {
      if (started[index] === 0) continue;
      const rank = Math.min(...this.market.households[index]!.members.map((member) => this.rank(site, member)).filter((value) => value >= 0));
      if (rank >= bestRank || !this.wouldMoveTo(index, site)) continue;
      best = index;
      bestRank = rank;
    }
    return best;
  }

  private wouldMoveTo(index: number, site: number): boolean {
    const { wishes } = this.market.households[index]!;
    for (let at = 0; at < this.current[index]!; at++) {
      if (wishes[at]!.includes(site) && this.displacedBy(index, wishes[at]!) !== undefined) return true;
    }
    return false;
  }
}

/** Numbers that wait once each and are taken in no fixed order, so that no circle of displacements repeats for ever. */
class Waiting {
  private readonly waits: Uint8Array;
  private readonly list: number[] = [];
  private state = 1;

  constructor(count: number) {
    this.waits = new Uint8Array(count);
  }

  get size(): number {
    return this.list.length;
  }

  add(item: number): void {
    if (this.waits[item] === 1) return;
    this.waits[item] = 1;
    this.list.push(item);
  }

  take(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((this.state / 2 ** 32) * this.list.length);
    const item = this.list[at]!;
    this.list[at] = this.list.at(-1)!;
    this.list.pop();
    this.waits[item] = 0;
    return item;
  }
}
