import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recompute, scoreRecordOf, type ScoreRecord } from './scoreRecord.ts';

const recordOf = (files: number, reviewers: number, seed: number): ScoreRecord => scoreRecordOf({
  round: 'R1', heading: '批次', official: 'calibrated',
  scores: Array.from({ length: files * 3 }, (_, at) => ({ file: String(Math.floor(at / 3) + 1), reviewer: `R${(Math.floor(at / 3) + (at % 3)) % reviewers}`, tenths: 600 + ((at * 131 + seed * 71) % 300) })),
});
const failing = (record: ScoreRecord) => recompute(record).filter(({ ok }) => !ok).map(({ check }) => check);

test('公布的评分记录：任何人重算均相符；交错的分组也如实记为不能校准', () => {
  fc.assert(fc.property(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 4, max: 8 }), fc.nat(99), (files, reviewers, seed) => {
    const record = recordOf(files, reviewers, seed);
    assert.deepEqual(failing(record), []);
    assert.deepEqual(failing(JSON.parse(JSON.stringify(record)) as ScoreRecord), []);
  }), { numRuns: 40 });
  const apart = scoreRecordOf({ round: 'R', heading: '', official: 'raw', scores: ['1', '2'].flatMap((file) => ['a', 'b'].map((reviewer, at) => ({ file, reviewer: reviewer + file, tenths: 800 + at }))) });
  assert.deepEqual(apart.files.map(({ adjusted }) => adjusted), [null, null]);
  assert.deepEqual(failing(apart), []);
  assert.deepEqual(failing({ ...apart, official: 'calibrated' }), ['panelsJoined', 'recordHash']);
});

test('改一个分、重一行、改均分、改校准分，重算都不符', () => {
  const record = recordOf(8, 5, 3);
  const spoil = (change: (copy: ScoreRecord) => void) => { const copy = structuredClone(record); change(copy); return failing(copy); };
  assert.ok(spoil((copy) => { copy.scores[0]!.tenths += 10; }).includes('rawMeans'));
  assert.ok(spoil((copy) => { copy.scores.push(copy.scores[0]!); }).includes('scoresOnce'));
  assert.ok(spoil((copy) => { copy.files[0]!.raw += 1; }).includes('rawMeans'));
  assert.ok(spoil((copy) => { copy.files[0]!.adjusted! += 5; }).includes('adjustedMeans'));
  assert.deepEqual(spoil((copy) => { copy.heading = '别的批次'; }), ['recordHash']);
});
