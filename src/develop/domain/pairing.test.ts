import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockingPairs, placementFaults, wishRank } from '#matching/domain/market.ts';
import { pairingOf, pairsOf, placeBy, placementOf, PairingRule, rankedPairs, rematch, type Pair, type Pairing, type Wisher } from './pairing.ts';
import { missedByMaster, missedByPupil } from './pairingWhy.ts';

const shuffled = (ids: string[], keys: number[]) => ids.filter((_, at) => (keys[at] ?? 0) >= 0).toSorted((one, other) => (keys[ids.indexOf(one)] ?? 0) - (keys[ids.indexOf(other)] ?? 0));
const tiny = fc.record({ pupils: fc.integer({ min: 1, max: 5 }), masters: fc.integer({ min: 1, max: 3 }), keys: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 40, maxLength: 40 }), places: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }) })
  .map(({ pupils, masters, keys, places }): Wisher[] => {
    const pupilIds = Array.from({ length: pupils }, (_, at) => `p${at}`);
    const masterIds = Array.from({ length: masters }, (_, at) => `m${at}`);
    return [
      ...pupilIds.map((id, at): Wisher => ({ id, side: 'pupil', places: 1, wishes: shuffled(masterIds, keys.slice(at * 3, at * 3 + 3)) })),
      ...masterIds.map((id, at): Wisher => ({ id, side: 'master', places: places[at] ?? 1, wishes: shuffled(pupilIds, keys.slice(15 + at * 5, 20 + at * 5)) })),
    ];
  });

/** Every placement there is, by counting up. */
function* everyPlacement({ market }: Pairing): Generator<Int32Array> {
  const total = (market.sites + 1) ** market.seekers;
  for (let code = 0; code < total; code += 1) {
    let left = code;
    const placement = new Int32Array(market.seekers);
    for (let seeker = 0; seeker < market.seekers; seeker += 1) {
      placement[seeker] = (left % (market.sites + 1)) - 1;
      left = Math.floor(left / (market.sites + 1));
    }
    if (placementFaults(market, placement).length === 0) yield placement;
  }
}

test('三种方案都只配双方互选的、不超过名额；“稳定”没有都更愿意换的；“先看青年”人人不比稳定差；“结对最多”确是最多', () => {
  fc.assert(fc.property(tiny, (wishers) => {
    const pairing = pairingOf(wishers);
    const [stable, young, most] = PairingRule.options.map((rule) => placeBy(rule, pairing)) as [Int32Array, Int32Array, Int32Array];
    for (const placement of [stable, young, most]) assert.deepEqual(placementFaults(pairing.market, placement), []);
    assert.deepEqual(blockingPairs(pairing.market, stable), []);
    young.forEach((site, seeker) => assert.ok(wishRank(pairing.market, seeker, site) <= wishRank(pairing.market, seeker, stable[seeker]!)));
    const placed = (placement: Int32Array) => placement.filter((site) => site >= 0).length;
    let best = 0;
    for (const other of everyPlacement(pairing)) {
      best = Math.max(best, placed(other));
      const all = [...other.keys()].every((seeker) => wishRank(pairing.market, seeker, other[seeker]!) <= wishRank(pairing.market, seeker, young[seeker]!));
      assert.ok(!all || [...other.keys()].every((seeker) => wishRank(pairing.market, seeker, other[seeker]!) === wishRank(pairing.market, seeker, young[seeker]!)), '没有另一种安排让青年无人更差而有人更好');
    }
    assert.equal(placed(most), best);
  }), { numRuns: 150, seed: 23 });
});

test('青年退出后的补配：仍然稳定，动的人都更如愿，且人数不多于任何一种稳定的安排（逐一列举）', () => {
  fc.assert(fc.property(tiny, fc.nat(), (wishers, pick) => {
    const pairing = pairingOf(wishers);
    const pairs = pairsOf(pairing, placeBy('stable', pairing));
    const declined = pairs[pick % Math.max(1, pairs.length)];
    if (!declined) return;
    const rest = pairs.filter((pair) => pair !== declined);
    const open = pairingOf(wishers, { apart: [declined], left: [declined.pupilId] });
    const moves = rematch(open, rest, { ...declined, by: 'pupil' });
    const before = placementOf(open, rest);
    const after = placementOf(open, afterMoves(rest, moves));
    assert.deepEqual(placementFaults(open.market, after), []);
    assert.deepEqual(blockingPairs(open.market, after), []);
    for (const { pupilId, from, to } of moves) {
      const seeker = open.pupils.indexOf(pupilId);
      assert.equal(before[seeker], from === undefined ? -1 : open.masters.indexOf(from));
      assert.ok(wishRank(open.market, seeker, open.masters.indexOf(to)) < wishRank(open.market, seeker, before[seeker]!));
    }
    const moved = (placement: Int32Array) => placement.filter((site, seeker) => site !== before[seeker]).length;
    for (const other of everyPlacement(open)) if (blockingPairs(open.market, other).length === 0) assert.ok(moved(after) <= moved(other));
  }), { numRuns: 250, seed: 7 });
});

const afterMoves = (pairs: readonly Pair[], moves: readonly { pupilId: string; to: string }[]): Pair[] => {
  const to = new Map(moves.map((move) => [move.pupilId, move.to]));
  return [...pairs.filter(({ pupilId }) => !to.has(pupilId)), ...[...to].map(([pupilId, masterId]) => ({ pupilId, masterId }))];
};

test('名师退出：只给他的青年找最如愿的空位，别人一个不动', () => {
  fc.assert(fc.property(tiny, fc.nat(), (wishers, pick) => {
    const pairing = pairingOf(wishers);
    const pairs = pairsOf(pairing, placeBy('stable', pairing));
    const declined = pairs[pick % Math.max(1, pairs.length)];
    if (!declined) return;
    const fewer = wishers.map((wisher) => (wisher.id === declined.masterId ? { ...wisher, places: wisher.places - 1 } : wisher));
    const open = pairingOf(fewer, { apart: [declined] });
    const rest = pairs.filter((pair) => pair !== declined);
    const moves = rematch(open, rest, { ...declined, by: 'master' });
    assert.ok(moves.every(({ pupilId, from }) => pupilId === declined.pupilId && from === undefined));
    assert.deepEqual(placementFaults(open.market, placementOf(open, afterMoves(rest, moves))), []);
  }), { numRuns: 150, seed: 11 });
});

const small: Wisher[] = [
  { id: 'm1', side: 'master', places: 1, wishes: ['a', 'b'] }, { id: 'm2', side: 'master', places: 1, wishes: ['b', 'c', 'a'] }, { id: 'm3', side: 'master', places: 1, wishes: ['c'] },
  { id: 'a', side: 'pupil', places: 1, wishes: ['m1', 'm2'] }, { id: 'b', side: 'pupil', places: 1, wishes: ['m1', 'm2'] }, { id: 'c', side: 'pupil', places: 1, wishes: ['m1', 'm2', 'm3'] },
];

test('为什么不是更靠前的志愿：带满且都更靠前、没有互选、对方与更靠前的结了对', () => {
  const pairing = pairingOf(small);
  const placement = placeBy('stable', pairing);
  const record = { pairing, placement, rule: 'stable' as const, left: new Set<string>(), gaveUp: new Set<string>() };
  assert.deepEqual(missedByPupil(record, 'a'), []);
  assert.deepEqual(missedByPupil(record, 'b'), [{ id: 'm1', rank: 1, reason: 'full' }]);
  assert.deepEqual(missedByPupil(record, 'c'), [{ id: 'm1', rank: 1, reason: 'notMutual' }, { id: 'm2', rank: 2, reason: 'full' }]);
  assert.deepEqual(missedByMaster(record, 'm2'), []);
  const free = { ...record, pairing: pairingOf(small.map((wisher) => (wisher.id === 'm2' ? { ...wisher, places: 2 } : wisher))) };
  const placed = placeBy('stable', free.pairing);
  assert.deepEqual(missedByMaster({ ...free, placement: placed }, 'm3'), [{ id: 'c', rank: 1, reason: 'higher' }]);
});

test('理由与事实相符：写“带满且都更靠前”的，确实带满且人人更靠前；稳定方案里从不写“按规则另作安排”', () => {
  fc.assert(fc.property(tiny, fc.constantFrom(...PairingRule.options), (wishers, rule) => {
    const pairing = pairingOf(wishers);
    const placement = placeBy(rule, pairing);
    const record = { pairing, placement, rule, left: new Set<string>(), gaveUp: new Set<string>() };
    const { blocking } = rankedPairs(pairing, placement);
    const wishOf = new Map(wishers.map(({ id, wishes }) => [id, wishes]));
    const unmet = pairing.pupils.flatMap((pupilId) => missedByPupil(record, pupilId).map((missed) => ({ pupilId, ...missed })));
    for (const { pupilId, id, reason } of unmet) {
      const holders = pairsOf(pairing, placement).filter(({ masterId }) => masterId === id).map((pair) => pair.pupilId);
      const listed = wishOf.get(id) ?? [];
      if (reason === 'full') assert.ok(holders.length === wishers.find((wisher) => wisher.id === id)?.places && holders.every((holder) => listed.indexOf(holder) < listed.indexOf(pupilId)));
      if (reason === 'notMutual') assert.ok(!listed.includes(pupilId));
      if (reason === 'rule') assert.ok(blocking.some((pair) => pair.masterId === id && pair.pupilId === pupilId));
      assert.notEqual(reason, 'settled', rule);
    }
    assert.equal(unmet.filter(({ reason }) => reason === 'rule').length, blocking.length);
    if (rule === 'stable') assert.equal(blocking.length, 0);
  }), { numRuns: 200, seed: 5 });
});
