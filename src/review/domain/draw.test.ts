import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectYes } from '#platform/domain/answer.ts';
import { commitmentOf, runDraw, sealInput, type DrawInput, type DrawTranscript } from './draw.ts';
import { seatSubstitute, verifyDraw } from './drawCheck.ts';

const parties = ['人事科', '纪检监察组', '申报人代表'];

const drawOf = (size: number, changes: Partial<DrawInput> = {}): DrawInput => ({
  draw: 'putuo-2026-01', purpose: '2026 年度领军型人才评审', seats: 5, substitutes: 3,
  pool: Array.from({ length: size }, (_, index) => ({ id: `E${String(index).padStart(3, '0')}`, groups: [`org:${index % 6}`, ...(index % 3 === 0 ? ['external'] : [])] })),
  limits: [], apart: [], recused: [{ id: 'E900', reason: 'sameInstitution' }], parties, external: '福彩 3D 2026-11-30', ...changes,
});

function secretsOf(input: DrawInput, salt = 'a') {
  const { inputHash } = expectYes(sealInput(input));
  const nonces = parties.map((party) => createHash('sha256').update(salt + party).digest('hex'));
  return {
    commitments: Object.fromEntries(parties.map((party, index) => [party, commitmentOf(inputHash, party, nonces[index]!)])),
    reveals: Object.fromEntries(parties.map((party, index) => [party, nonces[index]!])), externalNumber: '4-1-7',
  };
}

const drawn = (input: DrawInput, salt?: string): DrawTranscript => expectYes(runDraw(input, secretsOf(input, salt)));
const allHold = (transcript: DrawTranscript) => verifyDraw(transcript).every(({ ok }) => ok);

test('抽取：另用标准密码库重算，种子、签号、名单一致', () => {
  const transcript = drawn(drawOf(30));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const seed = hash(JSON.stringify(['xinglin-draw-1', transcript.inputHash, transcript.reveals.map(({ nonce }) => nonce), '4-1-7']));
  assert.equal(transcript.seed, seed);
  const ticket = (id: string) => createHmac('sha256', seed).update(id).digest('hex');
  const order = transcript.input.pool.map(({ id }) => id).sort((one, other) => (ticket(one) < ticket(other) ? -1 : 1));
  assert.deepEqual(transcript.members, order.slice(0, 5));
  assert.deepEqual(transcript.substitutes, order.slice(5, 8));
  assert.ok(allHold(transcript));
});

test('抽取：每家单位至多一人、外单位至少两人、回避者不同席，候补同时抽出', () => {
  const orgs = Array.from({ length: 6 }, (_, index) => ({ group: `org:${index}`, atLeast: 0, atMost: 1 }));
  fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.integer({ min: 12, max: 40 }), (salt, size) => {
    const apart: [string, string][] = [['E000', 'E001'], ['E003', 'E004']];
    const transcript = drawn(drawOf(size, { limits: orgs, apart }), salt);
    const orgsOf = transcript.members.map((id) => Number(id.slice(1)) % 6);
    assert.equal(new Set(orgsOf).size, 5);
    for (const pair of apart) assert.ok(!pair.every((id) => transcript.members.includes(id)));
    assert.ok(transcript.substitutes.every((id) => !transcript.members.includes(id)));
    assert.ok(allHold(transcript));
  }), { numRuns: 60 });
  const external = drawn(drawOf(30, { limits: [{ group: 'external', atLeast: 2, atMost: 2 }] }));
  assert.equal(external.members.filter((id) => Number(id.slice(1)) % 3 === 0).length, 2);
});

test('抽取：改动公布件任何一处，重算都能发现', () => {
  const transcript = drawn(drawOf(20));
  const spoilt: Partial<DrawTranscript>[] = [
    { members: [...transcript.members.slice(1), transcript.substitutes[0]!] }, { externalNumber: '4-1-8' },
    { input: { ...transcript.input, seats: 3 } }, { seed: transcript.seed.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
    { reveals: transcript.reveals.map((reveal) => ({ ...reveal, nonce: reveal.nonce.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) })) },
    { substitutes: [] }, { order: transcript.order.toReversed() },
  ];
  for (const change of spoilt) assert.ok(!allHold({ ...transcript, ...change }), JSON.stringify(Object.keys(change)));
});

test('抽取：承诺缺失、揭示不符、随机数太短、外部号码缺失、名单不足，各有理由', () => {
  const input = drawOf(10);
  const secrets = secretsOf(input);
  const reasonOf = (given: DrawInput, change: Partial<typeof secrets>) => {
    const answer = runDraw(given, { ...secrets, ...change });
    return answer.ok ? 'drawn' : answer.reason;
  };
  assert.equal(reasonOf(input, { commitments: {} }), 'drawCommitmentMissing');
  assert.equal(reasonOf(input, { reveals: {} }), 'drawRevealMissing');
  assert.equal(reasonOf(input, { reveals: { ...secrets.reveals, 人事科: '00'.repeat(16) } }), 'drawRevealMismatch');
  assert.equal(reasonOf(input, { reveals: { ...secrets.reveals, 人事科: 'ab' } }), 'drawNonceShort');
  assert.equal(reasonOf(input, { externalNumber: ' ' }), 'drawExternalMissing');
  assert.equal(reasonOf(drawOf(4), {}), 'drawImpossible');
  assert.equal(reasonOf(drawOf(10, { parties: ['人事科'] }), {}), 'drawInputParties');
  assert.equal(reasonOf(drawOf(10, { recused: [{ id: 'E001', reason: 'mentor' }] }), {}), 'drawInputDouble');
});

test('抽取：成员辞谢，按候补次序递补且不破坏任何限制；候补用尽则说明', () => {
  const transcript = drawn(drawOf(24, { limits: Array.from({ length: 6 }, (_, index) => ({ group: `org:${index}`, atLeast: 0, atMost: 1 })) }));
  const [leaving] = transcript.members;
  const answer = expectYes(seatSubstitute(transcript, transcript.members, [leaving!]));
  assert.equal(answer.members.length, 5);
  assert.equal(new Set(answer.members.map((id) => Number(id.slice(1)) % 6)).size, 5);
  assert.ok(transcript.substitutes.includes(answer.seated[0]!));
  const none = seatSubstitute({ ...transcript, substitutes: [] }, transcript.members, [leaving!]);
  assert.equal(none.ok ? '' : none.reason, 'noSubstituteFits');
});

test('抽取：无限制时人人中签机会均等', () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 600; round++) for (const id of drawn(drawOf(10), `round ${round}`).members) seen.set(id, (seen.get(id) ?? 0) + 1);
  const chi = [...seen.values()].reduce((sum, count) => sum + (count - 300) ** 2 / 150, 0);
  assert.ok(chi < 27.9, `chi-square ${chi} at 9 degrees of freedom`);
});
