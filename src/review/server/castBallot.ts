import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { acceptBallot, type Ballot, type Choice } from '../domain/ballot.ts';
import type { Deposit } from '../domain/ballotSlip.ts';
import { isSigned } from '../domain/blindSignature.ts';
import { insertBallot, insertToken } from './ballot.store.ts';
import { findMeeting } from './meeting.store.ts';
import { motionsOf, voteName, votesOf } from './vote.store.ts';

// Both acts are done by nobody: they come without a session, leave no line in the audit trail and no time, and are safe to
// repeat by themselves, since a key kept for repeating them would join an account to a ballot.

/** Takes in the hash of a token that carries the vote's signature. */
export async function depositToken(call: Call, { meetingId, vote: position, number, tokenHash, signature }: { meetingId: string; vote: number; number: number } & Omit<Deposit, 'case'>): Promise<Answer<Done>> {
  const meeting = await findMeeting(call, meetingId, 'share');
  const vote = meeting && (await votesOf(call, meetingId)).find((each) => each.position === position);
  const motion = vote && (await motionsOf(call, vote)).find((each) => each.number === number);
  if (!meeting || !vote || !motion) return no('notFound');
  if (!isSigned(motion, tokenHash, signature)) return no('tokenUnsigned');
  if (vote.opened_at !== null) return motion.token_hashes?.includes(tokenHash) ? done : no('voteOpened');
  await insertToken(call, vote, number, tokenHash);
  return done;
}

/** Takes in a ballot, once a token: the same again gets the same receipt, another choice under a spent token is refused. */
export async function castBallot(call: Call, { meetingId, vote: position, number, token, choice }: { meetingId: string; vote: number; number: number; token: string; choice: Choice }): Promise<Answer<{ receipt: string }>> {
  const meeting = await findMeeting(call, meetingId, 'share');
  const vote = meeting && (await votesOf(call, meetingId)).find((each) => each.position === position);
  const motion = vote && (await motionsOf(call, vote)).find((each) => each.number === number);
  if (!meeting || !vote || !motion) return no('notFound');
  if (vote.opened_at === null) return no('voteNotOpen');
  const ballot: Ballot = { case: String(number), token, choice };
  const accepted = acceptBallot(voteName(vote), { case: ballot.case, tokenHashes: motion.token_hashes ?? [] }, [], ballot);
  if (!accepted.ok) return accepted;
  if (vote.tally !== null) return lateAnswer(vote.tally.motions.find((each) => each.case === ballot.case)?.ballots ?? [], accepted.value.receipt);
  const before = await insertBallot(call, vote, number, accepted.value.tokenHash, ballot);
  return before === undefined || before === choice ? yes({ receipt: accepted.value.receipt }) : no('tokenUsed');
}

/** After counting, a ballot that is in the tally is confirmed; any other comes too late. */
const lateAnswer = (counted: { hash: string }[], receipt: string): Answer<{ receipt: string }> =>
  counted.some(({ hash }) => hash === receipt) ? yes({ receipt }) : no('voteCounted');
