import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockingHouseholds, placeHouseholds, type HouseholdMarket } from './households.ts';
import { blockingPairs } from './market.ts';
import { sampleMarket, withCouples } from './sampleMarkets.ts';

/** Every stable placement by trying all, with its own reading of “blocking”, independent of the algorithm. */
function stablePlacements(market: HouseholdMarket): Int32Array[] {
  const stable: Int32Array[] = [];
  const placement = new Int32Array(market.seekers).fill(-1);
  const options = market.households.map(({ members, wishes }) => [...wishes, members.map(() => -1)]);
  const visit = (index: number): void => {
    if (index === options.length) {
      if (isStable(market, placement)) stable.push(placement.slice());
      return;
    }
    for (const option of options[index]!) {
      market.households[index]!.members.forEach((member, at) => { placement[member] = option[at]!; });
      visit(index + 1);
    }
  };
  visit(0);
  return stable;
}

function isStable(market: HouseholdMarket, placement: Int32Array): boolean {
  const rank = (site: number, seeker: number) => market.standing[site * market.seekers + seeker]!;
  const at = (site: number, given: Int32Array) => [...given.keys()].filter((seeker) => given[seeker] === site);
  for (let site = 0; site < market.sites; site++) {
    if (at(site, placement).length > market.places[site]! || at(site, placement).some((seeker) => rank(site, seeker) < 0)) return false;
  }
  return market.households.every(({ members, wishes }) => {
    const current = wishes.findIndex((wish) => members.every((member, place) => placement[member] === wish[place]));
    return wishes.slice(0, current < 0 ? wishes.length : current).every((wish) => ![...new Set(wish)].every((site) => {
      const wishing = members.filter((_, place) => wish[place] === site);
      const choice = [...new Set([...at(site, placement), ...wishing])].sort((one, other) => rank(site, one) - rank(site, other)).slice(0, market.places[site]);
      return wishing.every((member) => rank(site, member) >= 0 && choice.includes(member));
    }));
  });
}

test('夫妻同投：300 个小市场与穷举比对，给出的必稳定，找不到的几乎都确实没有', () => {
  const seen = { found: 0, none: 0, missed: 0 };
  for (let seed = 0; seed < 300; seed++) {
    const base = sampleMarket({ seekers: 5 + (seed % 2), sites: 3, wishes: 2 + (seed % 2), places: 1 + (seed % 3 === 0 ? 1 : 0) }, seed);
    const whole = withCouples(base, 1 + (seed % 2));
    const market = { ...whole, households: whole.households.map((household) => ({ ...household, wishes: household.wishes.slice(0, 5) })) };
    const stable = stablePlacements(market).map(String);
    const answer = placeHouseholds(market);
    if (answer.ok) {
      seen.found++;
      assert.ok(stable.includes(String(answer.value)), `seed ${seed}`);
      assert.deepEqual(blockingHouseholds(market, answer.value), []);
    } else if (stable.length === 0) seen.none++;
    else seen.missed++;
  }
  assert.ok(seen.found > 200 && seen.none > 20 && seen.missed <= 3, JSON.stringify(seen));
});

test('夫妻同投：没有夫妻时与普通稳定匹配同样没有冲突对', () => {
  for (let seed = 0; seed < 30; seed++) {
    const market = sampleMarket({ seekers: 40, sites: 8, wishes: 4, places: 4 }, seed);
    const answer = placeHouseholds(withCouples(market, 0));
    assert.ok(answer.ok && blockingPairs(market, answer.value).length === 0);
  }
});

test('夫妻同投：已知的无解市场明确回答没有', () => {
  const market: HouseholdMarket = {
    seekers: 3, sites: 2, standing: Int32Array.from([0, -1, 1, -1, 1, 0]), places: Int32Array.of(1, 1),
    households: [{ members: [0, 1], wishes: [[0, 1]] }, { members: [2], wishes: [[0], [1]] }],
  };
  assert.deepEqual(stablePlacements(market), []);
  const answer = placeHouseholds(market);
  assert.equal(answer.ok ? '' : answer.reason, 'noStableFound');
});
