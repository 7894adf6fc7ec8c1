import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { recompute, type ScoreRecord } from '../domain/scoreRecord.ts';
import type { RoundRules } from '../domain/roundRules.ts';
import { downloadScores, publishScores, viewCalibration } from './calibration.ts';
import { officialMean } from './officialMean.ts';
import { reviewTest } from './testRound.ts';

const app = await testDatabase();
const { bureau, doing, experts, roundOf } = await reviewTest(app, 8);
const expertIds = [...experts.keys()];

/** A round whose file f is scored by the experts that `who` names, `points(f, e)` each. */
async function scoredRound(circle: string, files: number, who: (file: number) => number[], points: (file: number, expert: number) => number | null, rules: Partial<RoundRules> = {}) {
  const { reviewRoundId, applicants } = await roundOf(circle, files, rules);
  for (let file = 0; file < files; file += 1) {
    const id = `panel_${circle}_${file}`;
    await app.db.insertInto('panel').values({
      region_id: 'putuo', id, subject: `${circle}-${file + 1}`, sheet: 'talent-recognition', size: who(file).length, fields: [], applicant_person_id: applicants[file] ?? '', organisation_id: 'none', blinding: 'single',
      file: '{}', opened_at: app.clock.now(), due_at: app.clock.now(),
    }).execute();
    for (const expert of who(file)) {
      const given = points(file, expert);
      await app.db.insertInto('panel_seat').values({
        region_id: 'putuo', panel_id: id, expert_id: expertIds[expert] ?? '', state: given === null ? 'invited' : 'scored', invited_at: app.clock.now(), score_tenths: given === null ? null : given * 10,
      }).execute();
    }
  }
  return reviewRoundId;
}
const view = (reviewRoundId: string, places?: number) => doing(bureau, viewCalibration, { reviewRoundId, ...(places ? { places } : {}) });
const official = async (subject: string) => (await perform(app, bureau, async (call) => ({ ok: true as const, value: await officialMean(call, subject) }), {}));
const severe = [0, -9, 0, 6, 0, -4];

test('相连的批次：原始均分旁有校准分与标准误，专家宽严各现，系于一人的结果逐一列出', async () => {
  const roundId = await scoredRound('A', 10, (file) => [file % 6, (file + 1) % 6, (file + 2) % 6], (file, expert) => 70 + file * 2 + severe[expert]!);
  const seen = await view(roundId, 4);
  assert.equal(seen.refused, null);
  assert.equal(seen.parts.length, 1);
  assert.ok(seen.files.every(({ adjusted, error }) => adjusted !== null && error !== null && error > 0));
  const order = seen.files.toSorted((one, other) => one.adjusted! - other.adjusted!).map(({ number }) => number);
  assert.deepEqual(order, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '扣除宽严后次序与真实水平一致');
  assert.ok(seen.reviewers.length === 6 && seen.reviewers[0]!.severity! < -5 && seen.reviewers.at(-1)!.severity! > 4);
  assert.ok(seen.hinges.length > 0);
});

test('互不相连的两组：拒绝合并，说出是哪两组，并给出没有利益冲突的加评建议；按原始分为准时仍可公布', async () => {
  const roundId = await scoredRound('B', 6, (file) => (file < 3 ? [0, 1, 2] : [3, 4, 5]), (file, expert) => 80 + file - expert);
  const seen = await view(roundId);
  assert.equal(seen.refused, 'panelsNotConnected');
  assert.deepEqual(seen.parts.map(({ numbers }) => numbers), [[1, 2, 3], [4, 5, 6]]);
  assert.ok(seen.parts.every(({ reviewers }) => reviewers.length === 3 && reviewers.every((name) => name !== '')));
  assert.ok(seen.anchors.length > 0);
  assert.equal(seen.files[0]?.adjusted, null);
  expectYes(await perform(app, bureau, publishScores, { reviewRoundId: roundId }));
  const calibrated = await scoredRound('C', 6, (file) => (file < 3 ? [0, 1, 2] : [3, 4, 5]), () => 80, { official: 'calibrated' });
  const refused = await perform(app, bureau, publishScores, { reviewRoundId: calibrated });
  assert.equal(refused.ok ? '' : refused.reason, 'panelsNotConnected');
});

test('评分公布：未齐不公布；公布的文件只有编号和代号，公众可下载重算；以校准分为准的批次由此得到正式分', async () => {
  const missing = await scoredRound('D', 3, () => [0, 1, 2], (file, expert) => (file === 2 && expert === 2 ? null : 80));
  const early = await perform(app, bureau, publishScores, { reviewRoundId: missing });
  assert.deepEqual(early.ok ? {} : [early.reason, early.detail?.params], ['scoresMissing', { missing: 1 }]);
  const roundId = await scoredRound('E', 8, (file) => [file % 6, (file + 1) % 6, (file + 2) % 6], (file, expert) => 70 + file + severe[expert]!, { official: 'calibrated', passTenths: 700 });
  const visitor = visitorActor('putuo');
  assert.equal((await perform(app, visitor, downloadScores, { reviewRoundId: roundId })).ok, false);
  assert.equal(expectYes(await official('E-1'))?.tenths, null, '公布前没有正式分');
  const { recordHash } = await doing(bureau, publishScores, { reviewRoundId: roundId });
  assert.equal((await doing(bureau, publishScores, { reviewRoundId: roundId })).recordHash, recordHash);
  const file = expectYes(await perform(app, visitor, downloadScores, { reviewRoundId: roundId }));
  const text = Buffer.from(file.content).toString();
  const record = JSON.parse(text) as ScoreRecord;
  assert.ok(recompute(record).every(({ ok }) => ok));
  for (const [expertId, personId] of experts) assert.ok(!text.includes(expertId) && !text.includes(personId));
  const mean = expectYes(await official('E-1'));
  assert.deepEqual(mean, { measure: 'calibrated', tenths: Math.floor(record.files[0]!.adjusted! / 100), passTenths: 700, disqualified: false });
});
