import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seekersAsk, sitesAsk } from './deferredAcceptance.ts';
import { blockingPairs, figuresOf, placementFaults, wishRank, type Market, type Placement } from './market.ts';
import { mostPlaced } from './mostPlaced.ts';
import { seekersAskInRegions, type Regions } from './regionalCaps.ts';
import { sampleMarket } from './sampleMarkets.ts';
import { sampleNumbers } from './samplePanels.ts';
import { fillVacancy } from './vacancyChain.ts';

const shaped = fc.record({ seed: fc.nat(100_000), seekers: fc.integer({ min: 1, max: 30 }), sites: fc.integer({ min: 1, max: 8 }), wishes: fc.integer({ min: 1, max: 6 }), places: fc.integer({ min: 0, max: 4 }) });
const marketFrom = ({ seed, ...shape }: { seed: number; seekers: number; sites: number; wishes: number; places: number }) => sampleMarket(shape, seed);
const rankOf = (market: Market, placement: Placement, seeker: number) => wishRank(market, seeker, placement[seeker]!);

test('稳定匹配：双向都没有冲突对；人方最优于人、岗方最优于岗；两解录用的人相同', () => {
  fc.assert(fc.property(shaped, (shape) => {
    const market = marketFrom(shape);
    const [asked, offered] = [seekersAsk(market), sitesAsk(market)];
    for (const placement of [asked, offered]) {
      assert.deepEqual(blockingPairs(market, placement), []);
      assert.deepEqual(placementFaults(market, placement), []);
    }
    for (let seeker = 0; seeker < market.seekers; seeker++) {
      assert.ok(rankOf(market, asked, seeker) <= rankOf(market, offered, seeker));
      assert.equal(asked[seeker]! >= 0, offered[seeker]! >= 0);
    }
  }), { numRuns: 300 });
});

test('稳定匹配：抽样三千次虚报志愿，无人得益；有区域限额时也一样', () => {
  const next = sampleNumbers(11);
  let improved = 0;
  for (let round = 0; round < 300; round++) {
    const market = sampleMarket({ seekers: 20, sites: 6, wishes: 5, places: 2 }, round);
    const regions = regionsOf(market);
    const ways: ((given: Market) => Placement)[] = [seekersAsk, (given) => seekersAskInRegions(given, regions)];
    for (const way of ways) {
      const honest = way(market);
      for (let lie = 0; lie < 10; lie++) {
        const seeker = Math.floor(next() * 20);
        const lied = way(withLie(market, seeker, next));
        if (rankOf(market, lied, seeker) < rankOf(market, honest, seeker)) improved++;
      }
    }
  }
  assert.equal(improved, 0);
});

function withLie(market: Market, seeker: number, next: () => number): Market {
  const wish = market.wish.slice();
  const [from, until] = [market.firstWish[seeker]!, market.firstWish[seeker + 1]!];
  for (let last = until - 1; last > from; last--) {
    const other = from + Math.floor(next() * (last - from + 1));
    [wish[last], wish[other]] = [wish[other]!, wish[last]!];
  }
  const dropped = from + Math.floor(next() * (until - from));
  if (next() < 0.4) wish.copyWithin(dropped, dropped + 1, until);
  return { ...market, wish };
}

function regionsOf(market: Market): Regions {
  const regionOf = Int32Array.from({ length: market.sites }, (_, site) => site % 2);
  const inFirst = Math.ceil(market.sites / 2);
  return { regionOf, cap: Int32Array.of(inFirst + 1, market.sites - inFirst + 1), target: new Int32Array(market.sites).fill(1) };
}

test('区域限额：不超限、同一单位内无人有理由嫉妒、限额内不空置有人要的位置', () => {
  fc.assert(fc.property(shaped.map((shape) => ({ ...shape, places: shape.places + 1 })), (shape) => {
    const market = marketFrom(shape);
    const regions = regionsOf(market);
    const placement = seekersAskInRegions(market, regions);
    assert.deepEqual(placementFaults(market, placement), []);
    const inRegion = (region: number) => placement.filter((site) => site >= 0 && regions.regionOf[site] === region).length;
    regions.cap.forEach((cap, region) => assert.ok(inRegion(region) <= cap));
    for (const [seeker, site] of blockingPairs(market, placement)) {
      const there = [...placement.keys()].filter((other) => placement[other] === site);
      const rank = (other: number) => market.standing[site * market.seekers + other]!;
      assert.ok(there.every((other) => rank(other) < rank(seeker)), 'justified envy');
      assert.equal(inRegion(regions.regionOf[site]!), regions.cap[regions.regionOf[site]!], 'a place stays empty');
    }
  }), { numRuns: 300 });
});

test('有人辞谢：空位逐级递补，动者皆得益，其余不动，结果仍稳定', () => {
  fc.assert(fc.property(shaped, fc.nat(29), (shape, chosen) => {
    const market = marketFrom(shape);
    const before = sitesAsk(market);
    const declined = chosen % market.seekers;
    const { placement, moves } = fillVacancy(market, before, declined);
    const moved = new Set(moves.map(({ seeker }) => seeker));
    for (let seeker = 0; seeker < market.seekers; seeker++) {
      if (seeker === declined) assert.equal(placement[seeker], -1);
      else if (moved.has(seeker)) assert.ok(rankOf(market, placement, seeker) < rankOf(market, before, seeker));
      else assert.equal(placement[seeker], before[seeker]);
    }
    assert.deepEqual(blockingPairs(market, placement).filter(([seeker]) => seeker !== declined), []);
  }), { numRuns: 300 });
});

test('最多配对：人数与志愿名次之和用穷举核对；三种办法可以并排比较', () => {
  fc.assert(fc.property(fc.nat(100_000), (seed) => {
    const market = sampleMarket({ seekers: 5, sites: 3, wishes: 2, places: 1 + (seed % 2) }, seed);
    const placement = mostPlaced(market);
    assert.deepEqual(placementFaults(market, placement), []);
    const best = { score: -1 };
    const given = new Int32Array(5).fill(-1);
    const visit = (seeker: number): void => {
      if (seeker === 5) { if (placementFaults(market, given).length === 0) best.score = Math.max(best.score, scoreOf(market, given)); return; }
      for (const site of [-1, ...market.wish.subarray(market.firstWish[seeker]!, market.firstWish[seeker + 1]!)]) { given[seeker] = site; visit(seeker + 1); }
      given[seeker] = -1;
    };
    visit(0);
    assert.equal(scoreOf(market, placement), best.score);
    assert.ok(figuresOf(market, placement).placed >= figuresOf(market, seekersAsk(market)).placed);
  }), { numRuns: 40 });
});

const scoreOf = (market: Market, placement: Placement) => [...placement.keys()].reduce((sum, seeker) => sum + (placement[seeker]! < 0 ? 0 : 1000 - rankOf(market, placement, seeker)), 0);
