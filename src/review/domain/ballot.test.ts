import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectYes } from '#platform/domain/answer.ts';
import { acceptBallot, CHOICES, openMotions, sealTally, tokenHash, type Ballot, type Choice, type Tally } from './ballot.ts';
import { recount } from './ballotCheck.ts';
import { hasQuorum, outcomesOf, reaches, type BallotRule } from './ballotRule.ts';

const rule: BallotRule = { panelSize: 7, quorum: { need: 2, of: 3 }, pass: { need: 2, of: 3 }, passBase: 'entitled' };
const present = ['何', '周', '吴', '郑', '王', '冯', '陈'];
const tokenOf = (text: string) => createHash('sha256').update(text).digest('hex');
const tokensFor = (cases: { case: string; recused: string[] }[]) => Object.fromEntries(cases.map((motion) =>
  [motion.case, present.filter((member) => !motion.recused.includes(member)).map((member) => tokenOf(motion.case + member))]));
const hashesOf = (tokens: Record<string, string[]>) => Object.fromEntries(Object.entries(tokens).map(([name, given]) => [name, given.map((token) => tokenHash('M1', name, token))]));
const allHold = (tally: Tally) => recount(tally).every(({ ok }) => ok);

function vote(choices: Choice[][]): Tally {
  const cases = choices.map((_, index) => ({ case: `A${index}`, recused: [] }));
  const tokens = tokensFor(cases);
  const motions = expectYes(openMotions('M1', rule, present, cases, hashesOf(tokens)));
  const ballots = choices.flatMap((row, index) => row.map((choice, voter): Ballot => ({ case: `A${index}`, token: tokens[`A${index}`]![voter]!, choice })));
  return sealTally('M1', rule, present.length, motions, ballots);
}

test('三分之二用整数计算：7 人须 5 票，6 人须 4 票', () => {
  const share = { need: 2, of: 3 };
  assert.deepEqual([4, 5].map((votes) => reaches(votes, 7, share)), [false, true]);
  assert.deepEqual([3, 4].map((votes) => reaches(votes, 6, share)), [false, true]);
  assert.deepEqual([16, 17].map((count) => hasQuorum(count, 25, share)), [false, true]);
  fc.assert(fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (votes, base) => {
    assert.equal(reaches(votes, base, share), BigInt(votes) * 3n >= BigInt(base) * 2n);
  }));
});

test('回避者拿不到该件的票；人数为偶数、不足法定人数、票数不符都开不了票', () => {
  const cases = [{ case: 'A1', recused: ['何'] }];
  const open = (changes: Partial<BallotRule>, there = present, tokens = tokensFor(cases)) => {
    const answer = openMotions('M1', { ...rule, ...changes }, there, cases, hashesOf(tokens));
    return answer.ok ? answer.value[0]!.tokenHashes.length : answer.reason;
  };
  assert.equal(open({}), 6);
  assert.equal(open({ panelSize: 8 }), 'panelNotOdd');
  assert.equal(open({}, present.slice(0, 4)), 'noQuorum');
  assert.equal(open({}, present, { A1: [tokenOf('一')] }), 'tokensMiscounted');
});

test('一票只用一次；陌生的票、别件的票、乱写的票都不收', () => {
  const cases = [{ case: 'A1', recused: [] }];
  const tokens = tokensFor(cases);
  const [motion] = expectYes(openMotions('M1', rule, present, cases, hashesOf(tokens)));
  const ballot: Ballot = { case: 'A1', token: tokens['A1']![0]!, choice: 'yes' };
  const taken = expectYes(acceptBallot('M1', motion!, [], ballot));
  const reasonOf = (given: Ballot, spent: string[] = []) => {
    const answer = acceptBallot('M1', motion!, spent, given);
    return answer.ok ? 'accepted' : answer.reason;
  };
  assert.equal(reasonOf(ballot, [taken.tokenHash]), 'tokenUsed');
  assert.equal(reasonOf({ ...ballot, choice: 'no' }, [taken.tokenHash]), 'tokenUsed');
  assert.equal(reasonOf({ ...ballot, token: tokenOf('生人') }), 'tokenUnknown');
  assert.equal(reasonOf({ ...ballot, case: 'A2' }), 'tokenUnknown');
  assert.equal(reasonOf({ ...ballot, choice: 'perhaps' as Choice }), 'choiceUnknown');
});

test('密封计票：各人凭回执找到自己的票，任何人可重数，投票次序不留痕', () => {
  const choices = fc.array(fc.array(fc.constantFrom(...CHOICES), { maxLength: 7 }), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(choices, (rows) => {
    const tally = vote(rows);
    assert.ok(allHold(tally));
    assert.deepEqual(vote(rows), tally);
    rows.forEach((row, index) => {
      const outcome = tally.outcomes[index]!;
      assert.equal(outcome.yes, row.filter((choice) => choice === 'yes').length);
      assert.equal(outcome.outcome, outcome.yes >= 5 ? 'passed' : 'failed');
      assert.deepEqual(tally.motions[index]!.ballots.map(({ hash }) => hash), tally.motions[index]!.ballots.map(({ hash }) => hash).toSorted());
    });
  }), { numRuns: 150 });
});

test('密封计票：改一票、加一票、删一票、改结果、改票根，重数都不符', () => {
  const tally = vote([['yes', 'yes', 'yes', 'yes', 'no', 'abstain'], ['no', 'no', 'yes']]);
  const spoil = (change: (copy: Tally) => void) => { const copy = structuredClone(tally); change(copy); return allHold(copy); };
  assert.equal(spoil((copy) => { copy.motions[0]!.ballots[0]!.choice = copy.motions[0]!.ballots[0]!.choice === 'no' ? 'yes' : 'no'; }), false);
  assert.equal(spoil((copy) => { copy.motions[0]!.ballots.push(copy.motions[0]!.ballots[0]!); }), false);
  assert.equal(spoil((copy) => { copy.motions[0]!.ballots.pop(); }), false);
  assert.equal(spoil((copy) => { copy.outcomes[0]!.outcome = 'passed'; }), false);
  assert.equal(spoil((copy) => { copy.motions[0]!.tokenHashes[0] = 'ff'; }), false);
  assert.equal(spoil((copy) => { copy.present = 3; }), false);
});

test('通过比例封顶：多者先过；封顶处同票者再投一次', () => {
  const capped: BallotRule = { ...rule, passAtMost: { need: 50, of: 100 } };
  const outcomes = (votes: number[]) => outcomesOf(capped, votes.map((yes, index) => ({ case: `A${index}`, yes, no: 7 - yes, abstain: 0, entitled: 7 })))
    .map(({ outcome }) => outcome);
  assert.deepEqual(outcomes([7, 6, 5, 2]), ['passed', 'passed', 'failed', 'failed']);
  assert.deepEqual(outcomes([7, 6, 6, 2]), ['passed', 'tied', 'tied', 'failed']);
  assert.deepEqual(outcomes([5, 4, 3, 2]), ['passed', 'failed', 'failed', 'failed']);
  assert.deepEqual(outcomes([7]), ['failed']);
});
