import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { openMotions, sealTally, type Ballot, type Choice } from '../domain/ballot.ts';
import { ballotsOf, reorderBallots, reorderTokens, tokensOf } from './ballot.store.ts';
import { agendaOf, changeMeeting, decideFile, type FoundMeeting } from './meeting.store.ts';
import { isPresent, presided, recusedBySubject } from './meetingSeat.ts';
import { changeVote, motionsOf, publishTokens, voteName, votesOf, type FoundVote } from './vote.store.ts';

/** Opens the vote once every present member's tokens are in: their hashes stand from now on. */
export async function openVote(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Done>> {
  const found = await presided(call, meetingId);
  if (!found.ok) return found;
  const { meeting, members } = found.value;
  const vote = await runningVote(call, meeting);
  if (meeting.state !== 'issuing' || !vote) return no('notHandedOut');
  const present = members.filter(isPresent).map(({ person_id }) => person_id);
  const recused = await recusedBySubject(call, meetingId);
  const tokens = await tokensOf(call, vote);
  const motions = await motionsOf(call, vote);
  const opened = openMotions(
    voteName(vote), vote.rule, present, motions.map(({ number, subject }) => ({ case: String(number), recused: (recused.get(subject) ?? []).map(({ person_id }) => person_id) })),
    Object.fromEntries(motions.map(({ number }) => [String(number), tokens.get(number) ?? []])),
  );
  if (!opened.ok) return opened;
  await reorderTokens(call, vote, tokens);
  for (const { case: name, tokenHashes } of opened.value) await publishTokens(call, vote, Number(name), tokenHashes);
  await changeVote(call, vote, { present: present.length, opened_at: call.clock.now() });
  await changeMeeting(call, meetingId, { state: 'voting' });
  await audit(call, { act: 'meeting.openVote', subject: meetingId, detail: { vote: vote.position, present: present.length } });
  return done;
}

const runningVote = async (call: Call, { id }: FoundMeeting): Promise<FoundVote | undefined> => (await votesOf(call, id)).find(({ tally }) => tally === null);

/** Closes the vote: seals the tally, destroys the key, decides every file of it. A ballot that was not cast counts for nothing. */
export async function countVote(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<{ sealedHash: string }>> {
  const found = await presided(call, meetingId);
  if (!found.ok) return found;
  const { meeting } = found.value;
  const vote = await runningVote(call, meeting);
  if (meeting.state !== 'voting' || !vote) return no('voteNotOpen');
  await reorderBallots(call, vote);
  const ballots = (await ballotsOf(call, vote)).map(({ number, token, choice }): Ballot => ({ case: String(number), token, choice: choice as Choice }));
  const motions = (await motionsOf(call, vote)).map(({ number, token_hashes }) => ({ case: String(number), tokenHashes: token_hashes ?? [] }));
  const tally = sealTally(voteName(vote), vote.rule, vote.present ?? 0, motions, ballots);
  await changeVote(call, vote, { sealed_key: null, tally: JSON.stringify(tally) });
  for (const { case: name, outcome } of tally.outcomes) await decideFile(call, meetingId, Number(name), outcome, vote.position);
  await changeMeeting(call, meetingId, { state: 'counted', counted_at: call.clock.now() });
  await audit(call, { act: 'meeting.count', subject: meetingId, detail: { vote: vote.position, ballots: ballots.length, sealedHash: tally.sealedHash } });
  return yes({ sealedHash: tally.sealedHash });
}

/** Makes the sealed tally public, once no file is tied any more; said again it stays as it is. */
export async function publishTally(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Done>> {
  const found = await presided(call, meetingId);
  if (!found.ok) return found;
  const { meeting } = found.value;
  if (meeting.published_at !== null) return done;
  if (meeting.state !== 'counted') return no('notCounted');
  if ((await agendaOf(call, meetingId)).some(({ outcome }) => outcome === 'tied')) return no('stillTied');
  await changeMeeting(call, meetingId, { published_at: call.clock.now() });
  await audit(call, { act: 'meeting.publish', subject: meetingId });
  return done;
}
