import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockActor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';
import { commitmentOf, type DrawTranscript } from '../domain/draw.ts';
import { verifyDraw } from '../domain/drawCheck.ts';
import { drawParties, type DrawParty } from '../domain/drawList.ts';
import { MeetingRules } from '../domain/roundRules.ts';
import { declineSeat } from './declineSeat.ts';
import { commitNumber, revealNumber, viewParty } from './drawParty.ts';
import { enterExternal, voidLateDraws, withdrawDraw } from './enterExternal.ts';
import { enterReview } from './enterReview.ts';
import { publishDraw, type PartyCode } from './publishDraw.ts';
import { membersOf, reviewRoundOf } from './reviewRound.ts';
import { reviewTest } from './testRound.ts';
import { drawListFile, drawRecordFile, viewDraw } from './viewDraw.ts';

const app = await testDatabase();
const { bureau, doing, experts, roundOf, institutionOf, reviewer } = await reviewTest(app, 24);
const visitor = { ...clockActor('putuo'), role: 'visitor' as const, accountId: '' };
const meeting = MeetingRules.parse({ size: 5, substitutes: 4 });
const rules = { meeting, reviewersFrom: 'panel' as const, perInstitution: 1, external: 1 };
const nonces: Record<DrawParty, string> = { personnel: '11'.repeat(16), discipline: '22'.repeat(16), applicants: '33'.repeat(16) };
const ask = (reviewRoundId: string) => ({
  reviewRoundId, commitBy: new Date('2026-11-25T17:00:00+08:00'), revealBy: new Date('2026-11-26T17:00:00+08:00'), external: '某福利彩票3D开奖号', externalOn: '2026-11-26',
  representatives: { personnel: '程一', discipline: '苗二', applicants: '单三' },
});
const codeOf = (codes: PartyCode[], party: DrawParty) => codes.find((each) => each.party === party)?.code ?? '';
const commit = (drawId: string, inputHash: string, codes: PartyCode[], party: DrawParty) =>
  perform(app, visitor, commitNumber, { drawId, code: codeOf(codes, party), commitment: commitmentOf(inputHash, party, nonces[party]) });
const reveal = (drawId: string, codes: PartyCode[], party: DrawParty, nonce = nonces[party]) => perform(app, visitor, revealNumber, { drawId, code: codeOf(codes, party), nonce });
const textOf = async (file: typeof drawListFile, drawId: string) => new TextDecoder().decode((await doing(visitor, file, drawId)).content);

/** A draw with everything done but the outside number. */
async function drawReady(circle: string) {
  app.clock.moveTo('2026-11-23');
  const round = await roundOf(circle, 2, rules);
  const draw = await doing(bureau, publishDraw, ask(round.reviewRoundId));
  for (const party of drawParties) expectYes(await commit(draw.drawId, draw.inputHash, draw.codes, party));
  for (const party of drawParties) expectYes(await reveal(draw.drawId, draw.codes, party));
  return { ...round, ...draw };
}

test('名单先公布：字节的散列就是公布的散列；有冲突的专家从不在名单里，缘由留有记录', async () => {
  const { reviewRoundId } = await roundOf('list', 2, rules);
  const { drawId, inputHash } = await doing(bureau, publishDraw, ask(reviewRoundId));
  assert.equal(sha256Hex(await textOf(drawListFile, drawId)), inputHash);
  const view = await doing(visitor, viewDraw, drawId);
  const barred = [...experts.keys()].filter((_, index) => institutionOf(index) === institutionOf(0) || institutionOf(index) === institutionOf(1));
  assert.equal(view.recused.length, barred.length);
  assert.ok(view.recused.every(({ kinds }) => kinds.includes('sameInstitution')));
  assert.equal(view.candidates.length + view.recused.length, experts.size);
  assert.ok(view.candidates.every(({ groups }) => !JSON.stringify(groups).includes('某甲')), '只公布编号');
  const kept = await app.db.selectFrom('draw_exclusion').selectAll().where('draw_id', '=', drawId).execute();
  assert.deepEqual(new Set(kept.map((row) => row.expert_id)), new Set(barred));
  assert.ok(kept.every((row) => row.source === 'registry:employment' && row.subject.startsWith('list-')));
});

test('公布名单后不再收件；同一批次不能另公布一份', async () => {
  const { reviewRoundId, applicants } = await roundOf('shut', 1, rules);
  await doing(bureau, publishDraw, ask(reviewRoundId));
  const round = await doing(bureau, async (call) => ({ ok: true as const, value: await reviewRoundOf(call, reviewRoundId) }), {});
  assert.equal(round?.state, 'judging');
  const late = await perform(app, bureau, enterReview, {
    circle: 'shut', roundHeading: '', rules: round!.rules, subject: 'shut-late', heading: '', fields: [], applicantPersonId: applicants[0] ?? '', organisationId: '', otherPersonIds: [], file: {},
  });
  assert.equal(!late.ok && late.reason, 'roundNotEntering');
  assert.equal(await perform(app, bureau, publishDraw, ask(reviewRoundId)).then((answer) => !answer.ok && answer.reason), 'drawUnderWay');
});

test('次序不能乱：未承诺不能公开，未公开不能录入外部数字，日期未到也不能', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId } = await roundOf('order', 2, rules);
  const { drawId, inputHash, codes } = await doing(bureau, publishDraw, ask(reviewRoundId));
  const external = () => perform(app, bureau, enterExternal, { drawId, externalNumber: '482' }).then((answer) => (answer.ok ? '' : answer.reason));
  assert.equal(await external(), 'drawCommitmentMissing');
  expectYes(await commit(drawId, inputHash, codes, 'personnel'));
  assert.equal(await reveal(drawId, codes, 'personnel').then((answer) => !answer.ok && answer.reason), 'drawCommitmentMissing');
  expectYes(await commit(drawId, inputHash, codes, 'discipline'));
  expectYes(await commit(drawId, inputHash, codes, 'applicants'));
  assert.equal(await external(), 'drawRevealMissing');
  for (const party of drawParties) expectYes(await reveal(drawId, codes, party));
  assert.equal(await external(), 'drawExternalMissing');
  assert.equal(await perform(app, bureau, withdrawDraw, { drawId }).then((answer) => !answer.ok && answer.reason), 'drawForeseeable');
  app.clock.moveTo('2026-11-26');
  assert.equal(await external(), '');
  assert.equal(await external(), 'drawDone');
});

test('承诺值不能更换；与承诺不符的随机数被拒，可在时限内重交；别的链接什么也看不到', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId } = await roundOf('fixed', 1, rules);
  const { drawId, inputHash, codes } = await doing(bureau, publishDraw, ask(reviewRoundId));
  expectYes(await commit(drawId, inputHash, codes, 'personnel'));
  const again = await perform(app, visitor, commitNumber, { drawId, code: codeOf(codes, 'personnel'), commitment: 'ab'.repeat(32) });
  assert.equal(!again.ok && again.reason, 'drawCommitted');
  expectYes(await commit(drawId, inputHash, codes, 'discipline'));
  expectYes(await commit(drawId, inputHash, codes, 'applicants'));
  assert.equal(await reveal(drawId, codes, 'personnel', '44'.repeat(16)).then((answer) => !answer.ok && answer.reason), 'drawRevealMismatch');
  assert.equal(await reveal(drawId, codes, 'personnel', '12').then((answer) => !answer.ok && answer.reason), 'drawNonceShort');
  expectYes(await reveal(drawId, codes, 'personnel'));
  assert.equal(await perform(app, visitor, viewParty, { drawId, code: 'x'.repeat(24) }).then((answer) => !answer.ok && answer.reason), 'notFound');
  const kept = await app.pool.query<{ found: boolean }>(`select exists (select 1 from draw_party where code_hash = $1 or representative = $1) found`, [codeOf(codes, 'personnel')]);
  assert.equal(kept.rows[0]?.found, false, '链接的明码不入库');
});

test('一方逾期：时钟作废并公开是谁，再公布的是第二次抽取', async () => {
  app.clock.moveTo('2026-11-23');
  const { reviewRoundId } = await roundOf('late', 1, rules);
  const { drawId, inputHash, codes } = await doing(bureau, publishDraw, ask(reviewRoundId));
  expectYes(await commit(drawId, inputHash, codes, 'personnel'));
  app.clock.moveTo('2026-11-25T17:00:00+08:00');
  assert.equal(await commit(drawId, inputHash, codes, 'discipline').then((answer) => !answer.ok && answer.reason), 'deadlinePassed');
  assert.ok(expectYes(await performAsClock(app, 'putuo', voidLateDraws, {})).voided.includes(drawId));
  const view = await doing(visitor, viewDraw, drawId);
  assert.deepEqual([view.state, view.voided?.because, view.voided?.party], ['void', 'commitmentLate', 'discipline']);
  app.clock.moveTo('2026-11-23');
  const second = await doing(bureau, publishDraw, ask(reviewRoundId));
  assert.equal((await doing(visitor, viewDraw, second.drawId)).attempt, 2);
});

test('抽取结果任何人可从公布的文件逐位重算；正选守住每单位一名、外单位至少一名', async () => {
  const { drawId, reviewRoundId } = await drawReady('result');
  app.clock.moveTo('2026-11-26');
  const { members, substitutes } = await doing(bureau, enterExternal, { drawId, externalNumber: '482' });
  assert.equal(members.length, 5);
  assert.ok(substitutes.length > 0);
  const record = JSON.parse(await textOf(drawRecordFile, drawId)) as DrawTranscript;
  assert.ok(verifyDraw(record).every(({ ok }) => ok));
  assert.deepEqual(record.members, members);
  const view = await doing(visitor, viewDraw, drawId);
  const groups = members.map((number) => view.candidates.find((each) => each.number === number)?.groups ?? []);
  assert.equal(new Set(groups.map(([institution]) => institution)).size, 5);
  assert.ok(groups.some((each) => each.includes('external')));
  const seated = await doing(bureau, async (call) => ({ ok: true as const, value: await membersOf(call, reviewRoundId) }), {});
  assert.equal(seated.filter(({ state }) => state === 'sitting').length, 5);
});

test('正选辞任，候补按抽中次序递补，记录在案', async () => {
  const { drawId, reviewRoundId } = await drawReady('step');
  app.clock.moveTo('2026-11-26');
  await doing(bureau, enterExternal, { drawId, externalNumber: '017' });
  const members = () => doing(bureau, async (call) => ({ ok: true as const, value: await membersOf(call, reviewRoundId) }), {});
  const leaving = (await members()).find(({ kind }) => kind === 'member')!;
  const { seated } = await doing(reviewer(leaving.personId), declineSeat, { reviewRoundId, reason: '出国进修' });
  const after = await members();
  assert.equal(after.find(({ expertId }) => expertId === leaving.expertId)?.state, 'declined');
  assert.equal(after.find(({ expertId }) => expertId === seated)?.kind, 'substitute');
  assert.equal(after.filter(({ state }) => state === 'sitting').length, 5);
  assert.equal((await doing(visitor, viewDraw, drawId)).seated.length, 1);
  assert.equal(await perform(app, reviewer(leaving.personId), declineSeat, { reviewRoundId, reason: '再次' }).then((answer) => !answer.ok && answer.reason), 'notFound');
});

test('抽取的不变量成立；改动公布的字节或承诺值会被查出', async () => {
  assert.deepEqual(await brokenInvariants(app.pool), []);
  await app.pool.query(`update draw set published = published || ' ' where id = (select min(id) from draw)`);
  await app.pool.query(`update draw_party set nonce = repeat('9', 32) where nonce is not null`);
  const found = (await brokenInvariants(app.pool)).map(({ name }) => name);
  assert.ok(found.includes('drawHash') && found.includes('drawReveal'), found.join());
});
