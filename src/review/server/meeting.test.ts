import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { brokenInvariants, readInvariants } from '#platform/server/invariants.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { decide } from '#policy/domain/policy.ts';
import { filedPolicies } from '#policy/server/policyFiles.ts';
import { hasQuorum, outcomesOf } from '../domain/ballotRule.ts';
import type { Choice, Tally } from '../domain/ballot.ts';
import { recount } from '../domain/ballotCheck.ts';
import { excuseMember, recuseFromFile } from './attendMeeting.ts';
import { castBallot, depositToken } from './castBallot.ts';
import { conveneMeeting } from './conveneMeeting.ts';
import { countVote, openVote, publishTally } from './countVote.ts';
import { handOutBallots } from './handOutBallots.ts';
import { meetingResult, viewMinutes, viewRecord } from './meetingRecord.ts';
import { recheckFile } from './recheckFile.ts';
import { meetingTest, type Phone } from './testMeeting.ts';
import { viewMeeting } from './viewMeeting.ts';

const app = await testDatabase();
const { bureau, reviewer, doing, drawnRound, convened } = await meetingTest(app);
const two = { need: 2, of: 3 };
const rule = { size: 5, substitutes: 2, quorum: two, passShare: two, passBase: 'entitled' as const };
const reasonOf = (answer: Answer<unknown>) => (answer.ok ? 'yes' : answer.reason);
const nobody = visitorActor('putuo');

async function gather(phones: Phone[], code: string): Promise<void> {
  for (const phone of phones) expectYes(await phone.attend(code));
}

async function handOut(meetingId: string, phones: Phone[]): Promise<void> {
  await doing(bureau, handOutBallots, { meetingId });
  for (const phone of phones) await phone.deposit(expectYes(await phone.sign()).signatures);
  await doing(bureau, openVote, { meetingId });
}

const tallyOf = async (meetingId: string, position = 1) =>
  (await app.db.selectFrom('meeting_vote').select('tally').where('meeting_id', '=', meetingId).where('position', '=', position).executeTakeFirstOrThrow()).tally as Tally;
const choicesOf = async (phone: Phone) => (await phone.look()).votes.at(-1)!.motions.filter(({ mine }) => mine).map(({ number }) => number);

test('评审会全程：签到、回避、领票、投票、计票；每件票数等于到会减回避，人人找得到自己的票', async () => {
  const { meetingId, seated, code } = await convened(await drawnRound('A', 6, rule));
  const [first, second] = seated as [Phone, Phone];
  assert.equal(reasonOf(await first.attend('000000')), 'doorCodeWrong');
  await gather(seated, code);
  expectYes(await perform(app, second.actor, recuseFromFile, { meetingId, number: 4, kind: 'mentor' }));
  await doing(bureau, handOutBallots, { meetingId });
  assert.equal(reasonOf(await perform(app, second.actor, recuseFromFile, { meetingId, number: 3, kind: 'mentor' })), 'ballotsHandedOut');
  for (const phone of seated) await phone.deposit(expectYes(await phone.sign()).signatures);
  await doing(bureau, openVote, { meetingId });

  const recused = await app.db.selectFrom('meeting_recusal').select(['subject', 'person_id', 'kind']).where('meeting_id', '=', meetingId).execute();
  assert.ok(recused.some(({ kind }) => kind === 'sameInstitution'), '与申报人同单位的成员由登记信息查出');
  const receipts: { number: number; receipt: string; choice: Choice }[] = [];
  for (const [at, phone] of seated.entries())
    for (const number of await choicesOf(phone)) {
      const choice: Choice = number === 1 ? 'yes' : at < 3 ? 'yes' : at === 3 ? 'no' : 'abstain';
      receipts.push({ number, choice, receipt: expectYes(await phone.cast(number, choice)).receipt });
    }
  await doing(bureau, countVote, { meetingId });

  const tally = await tallyOf(meetingId);
  assert.ok(recount(tally).every(({ ok }) => ok));
  for (const { number, receipt, choice } of receipts) assert.ok(tally.motions.find((motion) => motion.case === String(number))?.ballots.some((ballot) => ballot.hash === receipt && ballot.choice === choice));
  const files = await app.db.selectFrom('meeting_subject').selectAll().where('meeting_id', '=', meetingId).orderBy('number').execute();
  for (const file of files) {
    const entitled = seated.length - recused.filter(({ subject, person_id }) => subject === file.subject && seated.some((phone) => phone.actor.personId === person_id)).length;
    const motion = tally.motions.find((each) => each.case === String(file.number))!;
    assert.equal(motion.tokenHashes.length, entitled);
    assert.equal(motion.ballots.length, entitled);
    assert.equal(file.outcome, motion.ballots.filter(({ choice }) => choice === 'yes').length * 3 >= entitled * 2 ? 'passed' : 'failed');
  }
  assert.equal(files[0]?.outcome, 'passed');
  assert.ok(files.some(({ outcome }) => outcome === 'failed'));

  assert.equal(reasonOf(await perform(app, nobody, viewRecord, { meetingId })), 'notFound');
  await doing(bureau, publishTally, { meetingId });
  const record = expectYes(await perform(app, nobody, viewRecord, { meetingId }));
  assert.equal(record.files.length, 6);
  const result = await perform(app, bureau, async (call) => ({ ok: true as const, value: await meetingResult(call, files[0]!.subject) }), {});
  assert.partialDeepStrictEqual(expectYes(result), { meetingId, outcome: 'passed', published: true });
  const minutes = expectYes(await perform(app, first.actor, viewMinutes, { meetingId }));
  assert.equal(minutes.members.filter(({ attendedAt }) => attendedAt).length, 5);
  assert.ok(minutes.files[3]?.recused.some(({ kind }) => kind === 'mentor'));
});

test('重投、改投、冒投、迟到的票：各有明白的拒绝；断电重试不多出一票', async () => {
  const { meetingId, seated, code, phones } = await convened(await drawnRound('B', 2, rule));
  await gather(seated, code);
  const [one] = seated as [Phone];
  const outsider = phones[6]!;
  assert.equal(reasonOf(await outsider.attend(code)), 'notFound', '候补没有入席就不是成员');
  assert.equal(reasonOf(await perform(app, reviewer('per_stranger'), viewMeeting, { meetingId })), 'notFound');
  await doing(bureau, handOutBallots, { meetingId });
  assert.equal(reasonOf(await perform(app, bureau, openVote, { meetingId })), 'tokensMiscounted', '票没领齐不能开票');

  const signed = expectYes(await one.sign());
  assert.deepEqual(expectYes(await one.sign()), signed, '答复丢了再来一次，得到同样的签名');
  const [number = 0] = await choicesOf(one);
  const otherPhone = (await import('./testMeeting.ts')).phoneOf(app, { ...one.actor }, meetingId);
  otherPhone.slipFor((await one.look()).votes.at(-1)!.name, 1).token = 'a'.repeat(64);
  assert.equal(reasonOf(await otherPhone.sign()), 'ballotsElsewhere', '一人只领一次票');
  await one.deposit(signed.signatures);
  await one.deposit(signed.signatures);
  for (const phone of seated.slice(1)) await phone.deposit(expectYes(await phone.sign()).signatures);
  assert.equal(reasonOf(await one.cast(number, 'yes')), 'voteNotOpen', '还没开始投票');
  await doing(bureau, openVote, { meetingId });

  const forged = { meetingId, vote: 1, number, tokenHash: 'ab'.repeat(32), signature: 'abc' };
  assert.equal(reasonOf(await perform(app, nobody, depositToken, forged)), 'tokenUnsigned');
  assert.equal(reasonOf(await perform(app, nobody, castBallot, { meetingId, vote: 1, number, token: 'cd'.repeat(32), choice: 'yes' })), 'tokenUnknown', '不是成员的票');
  const receipt = expectYes(await one.cast(number, 'yes'));
  assert.deepEqual(expectYes(await one.cast(number, 'yes')), receipt, '同一张票再送一次，回执相同');
  assert.equal(reasonOf(await one.cast(number, 'no')), 'tokenUsed', '投过的票不能改');
  const second = seated.find((phone) => phone !== one)!;
  const [its = 0] = await choicesOf(second);
  const raced = await Promise.all(Array.from({ length: 20 }, (_, index) => second.cast(its, index % 2 ? 'yes' : 'no')));
  assert.ok(raced.every((answer) => answer.ok || answer.reason === 'tokenUsed'));
  assert.equal(new Set(raced.flatMap((answer) => (answer.ok ? [answer.value.receipt] : []))).size, 1, '二十次同时投，只算一张');
  await doing(bureau, countVote, { meetingId });
  assert.deepEqual(expectYes(await one.cast(number, 'yes')), receipt, '计票后问起已投的票，仍得回执');
  const third = seated[2]!;
  assert.equal(reasonOf(await third.cast((await choicesOf(third))[0]!, 'yes')), 'voteCounted', '计票后再投，迟了');
  assert.equal((await tallyOf(meetingId)).motions.flatMap(({ ballots }) => ballots).length, 2);
});

test('无记名：票和票根的表里没有人、没有时间，审计与防重表里也没有；计票后密钥不存', async () => {
  const { rows: columns } = await app.pool.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_name in ('meeting_ballot', 'meeting_token') order by 1, ordinal_position");
  const of = (table: string) => columns.filter((row) => row.table_name === table).map((row) => row.column_name);
  assert.deepEqual(of('meeting_token'), ['region_id', 'meeting_id', 'position', 'number', 'token_hash']);
  assert.deepEqual(of('meeting_ballot'), ['region_id', 'meeting_id', 'position', 'number', 'token_hash', 'token', 'choice']);
  const { meetingId, seated, code } = await convened(await drawnRound('C', 3, rule));
  await gather(seated, code);
  await handOut(meetingId, seated);
  const before = await app.pool.query('select count(*)::int n from audit_entry');
  for (const phone of seated.toReversed()) for (const number of await choicesOf(phone)) await phone.cast(number, 'yes');
  assert.deepEqual((await app.pool.query('select count(*)::int n from audit_entry')).rows, before.rows);
  await doing(bureau, countVote, { meetingId });
  const { rows: [vote] } = await app.pool.query('select sealed_key from meeting_vote where meeting_id = $1', [meetingId]);
  assert.equal(vote?.sealed_key, null);
  // what the database keeps of a member (blinded hashes) shares no value with what it keeps of ballots
  const { rows: shared } = await app.pool.query('select 1 from meeting_issue i join meeting_ballot b on b.meeting_id = i.meeting_id and i.blinded_hash in (b.token, b.token_hash)');
  assert.equal(shared.length, 0);
  // after counting every row of ballots was written by one transaction, in the order of hashes
  const { rows: written } = await app.pool.query<{ xmin: string; token_hash: string; number: number }>('select xmin::text, number, token_hash from meeting_ballot where meeting_id = $1 order by ctid', [meetingId]);
  assert.equal(new Set(written.map((row) => row.xmin)).size, 1);
  assert.deepEqual(written, written.toSorted((a, b) => a.number - b.number || (a.token_hash < b.token_hash ? -1 : 1)));
});

test('不足法定人数不发票；请假由候补依次入席，主任委员请假由下一位主持；票丢了重新发，旧票作废', async () => {
  const { meetingId, phones, code } = await convened(await drawnRound('D', 2, rule));
  const [chair, second] = phones as [Phone, Phone];
  expectYes(await perform(app, bureau, excuseMember, { meetingId, personId: chair.actor.personId }));
  assert.equal(reasonOf(await chair.attend(code)), 'memberExcused');
  const view = expectYes(await perform(app, bureau, viewMeeting, { meetingId }));
  assert.equal(view.members.filter(({ seated, excused }) => seated && !excused).length, 5);
  assert.equal(view.members.find((member) => member.chair)?.personId, second.actor.personId);
  const seated = phones.slice(1, 6);
  await gather(seated.slice(0, 3), code);
  assert.equal(reasonOf(await perform(app, second.actor, handOutBallots, { meetingId })), 'noQuorum');
  expectYes(await seated[3]!.attend(code));
  expectYes(await perform(app, second.actor, handOutBallots, { meetingId }));
  const old = expectYes(await second.sign());
  await second.deposit(old.signatures);
  assert.equal(reasonOf(await seated[4]!.attend(code)), 'meetingBegun');
  expectYes(await perform(app, second.actor, handOutBallots, { meetingId })); // somebody's phone was lost: everything anew
  assert.equal((await app.db.selectFrom('meeting_token').selectAll().where('meeting_id', '=', meetingId).execute()).length, 0);
  for (const phone of seated.slice(0, 4)) await phone.deposit(expectYes(await phone.sign()).signatures);
  assert.equal(reasonOf(await perform(app, seated[1]!.actor, openVote, { meetingId })), 'notFound', '普通成员不能开票');
  expectYes(await perform(app, second.actor, openVote, { meetingId }));
  for (const phone of seated.slice(0, 4)) for (const number of await choicesOf(phone)) expectYes(await phone.cast(number, 'yes'));
  expectYes(await perform(app, second.actor, countVote, { meetingId }));
  assert.ok((await tallyOf(meetingId)).present === 4);
});

test('通过名额封顶处同票：再投一次，只投同票的件，名额用完为止', async () => {
  const { meetingId, seated, code } = await convened(await drawnRound('E', 4, { ...rule, cap: 2 }));
  await gather(seated, code);
  await handOut(meetingId, seated);
  for (const phone of seated) for (const number of await choicesOf(phone)) expectYes(await phone.cast(number, 'yes'));
  await doing(bureau, countVote, { meetingId });
  const outcomes = async () => (await app.db.selectFrom('meeting_subject').select(['number', 'outcome', 'vote']).where('meeting_id', '=', meetingId).orderBy('number').execute());
  const tied = (await outcomes()).filter(({ outcome }) => outcome === 'tied');
  assert.ok(tied.length > 0);
  const passed = (await outcomes()).filter(({ outcome }) => outcome === 'passed').length;
  assert.equal(reasonOf(await perform(app, bureau, publishTally, { meetingId })), 'stillTied');
  await handOut(meetingId, seated);
  for (const phone of seated) for (const number of await choicesOf(phone)) expectYes(await phone.cast(number, number === tied[0]!.number || passed + tied.slice(0, 2 - passed).length > 2 ? 'yes' : tied.slice(0, 2 - passed).some((each) => each.number === number) ? 'yes' : 'no'));
  await doing(bureau, countVote, { meetingId });
  assert.equal((await outcomes()).filter(({ outcome }) => outcome === 'passed').length, 2);
  assert.ok(recount(await tallyOf(meetingId, 2)).every(({ ok }) => ok));
  await doing(bureau, publishTally, { meetingId });
});

test('人数不合规定、评分未齐、没有抽取，都不能召开', async () => {
  const roundId = await drawnRound('F', 1, rule);
  await app.db.updateTable('round_member').set({ state: 'declined', declined_at: app.clock.now() }).where('review_round_id', '=', roundId).where('position', '=', 1).where('kind', '=', 'member').execute();
  const ask = { reviewRoundId: roundId, meetsOn: '2026-11-23', place: '' };
  assert.equal(reasonOf(await perform(app, bureau, conveneMeeting, ask)), 'membersNotDrawn');
  const lawful = { policy: 'title-review-panel', result: '评委会有效', scope: '高级按专业' };
  const small = await drawnRound('G', 1, { ...rule, lawful });
  const refused = await perform(app, bureau, conveneMeeting, { ...ask, reviewRoundId: small });
  assert.equal(reasonOf(refused), 'panelUnlawful', '高级按专业不少于 11 人');
  const enough = await drawnRound('H', 1, { ...rule, size: 11, substitutes: 1, lawful });
  expectYes(await perform(app, bureau, conveneMeeting, { ...ask, reviewRoundId: enough }));
});

test('异议复核：从每一张票重新计票、从每一项重新加分；票或分动过就说不符，没有表决过的说没有', async () => {
  const [meeting] = (await app.db.selectFrom('meeting').select('id').where('published_at', 'is not', null).orderBy('id').execute());
  const file = await app.db.selectFrom('meeting_subject').select(['subject', 'number']).where('meeting_id', '=', meeting?.id ?? '').where('outcome', '=', 'passed').orderBy('number').executeTakeFirstOrThrow();
  const recheck = (what: 'ballots' | 'scores', subject = file.subject) => perform(app, bureau, recheckFile, { subject, what });
  assert.partialDeepStrictEqual(expectYes(await recheck('ballots')), { what: 'ballots', agrees: true });
  assert.partialDeepStrictEqual(expectYes(await recheck('scores')), { agrees: true, figures: { scores: 3 } });
  assert.equal(reasonOf(await recheck('ballots', 'nobody')), 'nothingVoted');
  assert.equal(reasonOf(await recheck('scores', 'nobody')), 'nothingScored');
  const one = await app.db.selectFrom('meeting_ballot').selectAll().where('meeting_id', '=', meeting?.id ?? '').where('number', '=', file.number).where('choice', '=', 'yes').executeTakeFirstOrThrow();
  const put = (choice: string) => app.db.updateTable('meeting_ballot').set({ choice }).where('meeting_id', '=', one.meeting_id).where('token_hash', '=', one.token_hash).execute();
  await put('no');
  assert.equal(expectYes(await recheck('ballots')).agrees, false);
  await put('yes');
  const seat = await app.db.selectFrom('panel_seat').innerJoin('panel', 'panel.id', 'panel_seat.panel_id').select(['panel_seat.panel_id', 'panel_seat.expert_id', 'panel_seat.score_tenths']).where('panel.subject', '=', file.subject).where('panel_seat.state', '=', 'scored').executeTakeFirstOrThrow();
  const score = (tenths: number | null) => app.db.updateTable('panel_seat').set({ score_tenths: tenths }).where('panel_id', '=', seat.panel_id).where('expert_id', '=', seat.expert_id).execute();
  await score(1);
  assert.equal(expectYes(await recheck('scores')).agrees, false);
  await score(seat.score_tenths);
});

test('全部评审会之后，没有一条不变量被破坏', async () => {
  assert.deepEqual((await brokenInvariants(app.pool)).map(({ name, rows }) => ({ name, rows })), []);
});

const spoils: [string, string, string][] = [
  ['多出一张票', 'meetingBallots', "insert into meeting_ballot select region_id, meeting_id, position, number, 'x' || n, 'x', 'yes' from meeting_motion, generate_series(1, 30) n"],
  ['多出一张票根', 'meetingTokens', "update meeting_motion set token_hashes = array_append(token_hashes, 'x') where token_hashes is not null"],
  ['回避的人领了票', 'meetingRecused', "insert into meeting_recusal select i.region_id, i.meeting_id, m.subject, i.person_id, 'mentor', 'x', now() from meeting_issue i join meeting_motion m using (region_id, meeting_id, position, number) limit 1"],
  ['票与计票不符', 'meetingTally', "update meeting_ballot set choice = 'no' where choice = 'yes'"],
  ['结果与计票不符', 'meetingOutcome', "update meeting_subject set outcome = 'passed' where outcome = 'failed'"],
  ['入席的人多于席位', 'meetingSeats', "update meeting_member set seated_at = now() where seated_at is null"],
];
for (const [name, expected, statement] of spoils) test(`查得出：${name}`, async () => {
  const client = await app.pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(statement);
    const found = [];
    for (const each of readInvariants().filter(({ name: called }) => called.startsWith('meeting'))) if ((await client.query(each.query)).rows.length > 0) found.push(each.name);
    assert.ok(found.includes(expected), found.join());
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('表决规则与国家政策一致：各种人数、到会、票数，三分之二的答案相同', () => {
  const policy = filedPolicies(app.regions.get('putuo')!).policies.find(({ code }) => code === 'title-review-panel')!;
  for (let size = 7; size <= 25; size += 2)
    for (let present = 0; present <= size; present += 1)
      for (let votes = 0; votes <= present; votes += 1) {
        const facts = { 评委会评审范围: '初级', 评委会人数: size, 评委会人数为单数: true, 评委会成立日期: '2026-01-01', 评审会出席人数: present, 评审会同意票: votes };
        const ballotRule = { panelSize: size, quorum: two, pass: two, passBase: 'entitled' as const };
        const [outcome] = outcomesOf(ballotRule, [{ case: '1', yes: votes, no: present - votes, abstain: 0, entitled: present }]);
        const ours = hasQuorum(present, size, two) && outcome?.outcome === 'passed' ? 'yes' : 'no';
        assert.equal(decide(policy, facts, '2026-11-23').results['表决通过']?.verdict, ours, `${size} ${present} ${votes}`);
      }
});
