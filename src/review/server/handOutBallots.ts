import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { hasQuorum } from '../domain/ballotRule.ts';
import { motionKeys, signBlinded, type VoteSecret } from '../domain/blindSignature.ts';
import { runOffRule } from '../domain/meetingRule.ts';
import { agendaOf, changeMeeting, type AgendaRow, type FoundMeeting } from './meeting.store.ts';
import { isPresent, ownSeatAt, presided, recusedBySubject } from './meetingSeat.ts';
import { dropVote, insertIssues, insertVote, issuesTo, motionsOf, votesOf, type FoundVote, type MotionRow } from './vote.store.ts';

const newKeyPair = promisify(generateKeyPair);
const keyBits = 2048;

/** Begins the handing out of ballots: for all files, or for those that tied. Said again before the vote opens, everything handed out so far is void and it begins anew. */
export async function handOutBallots(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Done>> {
  const found = await presided(call, meetingId);
  if (!found.ok) return found;
  const { meeting, members } = found.value;
  if (meeting.state === 'voting') return no('voteRunning');
  const present = members.filter(isPresent).length;
  if (!hasQuorum(present, meeting.rule.panelSize, meeting.rule.quorum)) return no('noQuorum', { params: { present, size: meeting.rule.panelSize } });
  const agenda = await agendaOf(call, meetingId);
  const files = meeting.state === 'counted' ? agenda.filter(({ outcome }) => outcome === 'tied') : agenda.filter(({ outcome }) => outcome === null || outcome === 'tied');
  if (files.length === 0) return no('nothingToVote');
  const votes = await votesOf(call, meetingId);
  const open = votes.find(({ tally }) => tally === null);
  if (open) await dropVote(call, meetingId, open.position);
  const position = open?.position ?? votes.length + 1;
  await beginVote(call, meeting, { position, attempt: (open?.attempt ?? 0) + 1, files, agenda });
  await changeMeeting(call, meetingId, { state: 'issuing' });
  await audit(call, { act: 'meeting.handOut', subject: meetingId, detail: { vote: position, files: files.length, present } });
  return done;
}

async function beginVote(call: Call, { id, rule }: FoundMeeting, { position, attempt, files, agenda }: { position: number; attempt: number; files: AgendaRow[]; agenda: AgendaRow[] }): Promise<void> {
  const secret = await newSecret();
  const keys = motionKeys(secret, files.length);
  await insertVote(call, {
    meetingId: id, position, attempt, rule: position === 1 ? rule : runOffRule(rule, placesLeft(rule, agenda), files.length), sealedKey: call.crypto.seal(JSON.stringify(secret)),
    motions: files.map(({ subject, number }, index) => ({ subject, number, key: keys[index]! })),
  });
}

/** Places under the cap that the files passed so far leave for those that tied. */
function placesLeft({ passAtMost }: FoundMeeting['rule'], agenda: AgendaRow[]): number {
  const places = passAtMost ? Math.floor((agenda.length * passAtMost.need) / passAtMost.of) : agenda.length;
  return places - agenda.filter(({ outcome }) => outcome === 'passed').length;
}

async function newSecret(): Promise<VoteSecret> {
  const { privateKey } = await newKeyPair('rsa', { modulusLength: keyBits });
  const { p = '', q = '' } = privateKey.export({ format: 'jwk' });
  const hex = (text: string) => Buffer.from(text, 'base64url').toString('hex');
  return { p: hex(p), q: hex(q) };
}

const Secret = z.strictObject({ p: z.string(), q: z.string() });

/** Signs a present member's blinded tokens, one a file that he may vote on; the same phone asking again gets the same, another phone nothing. */
export async function signTokens(call: Call, { meetingId, vote: position, blinded }: { meetingId: string; vote: number; blinded: { number: number; blinded: string }[] }): Promise<Answer<{ signatures: { number: number; signature: string }[] }>> {
  const seat = await ownSeatAt(call, meetingId, 'update');
  if (!seat.ok) return seat;
  const { meeting, own } = seat.value;
  if (!isPresent(own)) return no('notPresent');
  const vote = (await votesOf(call, meetingId)).find((each) => each.position === position && each.tally === null);
  if (meeting.state !== 'issuing' || !vote?.sealed_key) return no('notHandedOut');
  const mine = await motionsFor(call, meetingId, vote, own.person_id);
  if (!isSame(mine.map(({ number }) => number), blinded.map(({ number }) => number))) return no('notYourFiles');
  const again = await issuedBefore(call, vote, own.person_id, blinded);
  if (again === 'other') return no('ballotsElsewhere');
  const secret = Secret.parse(JSON.parse(call.crypto.open(vote.sealed_key)));
  const signatures = blinded.map((each) => ({ number: each.number, signature: signBlinded(secret, mine.find(({ number }) => number === each.number)?.exponent ?? 0, each.blinded) ?? '' }));
  if (signatures.some(({ signature }) => signature === '')) return no('invalidInput');
  if (again === 'none') await insertIssues(call, vote, own.person_id, blinded.map((each) => ({ number: each.number, blindedHash: hashOf(each.blinded) })));
  return yes({ signatures });
}

/** The motions that a member may vote on. */
export async function motionsFor(call: Call, meetingId: string, vote: FoundVote, personId: string): Promise<MotionRow[]> {
  const recused = await recusedBySubject(call, meetingId);
  return (await motionsOf(call, vote)).filter(({ subject }) => !recused.get(subject)?.some((each) => each.person_id === personId));
}

async function issuedBefore(call: Call, vote: FoundVote, personId: string, blinded: { number: number; blinded: string }[]): Promise<'none' | 'same' | 'other'> {
  const issued = await issuesTo(call, vote, personId);
  if (issued.length === 0) return 'none';
  return blinded.every((each) => issued.some(({ number, blinded_hash }) => number === each.number && blinded_hash === hashOf(each.blinded))) ? 'same' : 'other';
}

const hashOf = (blinded: string) => createHash('sha256').update(blinded).digest('hex');
const isSame = (one: number[], other: number[]) => one.length === other.length && new Set([...one, ...other]).size === one.length;
