import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { peopleById } from '#registry/server/public.ts';
import type { Outcome } from '../domain/ballotRule.ts';
import type { meetingContract, Minutes } from '../domain/meetingContract.ts';
import { agendaLineOf, agendaOf, findMeeting, membersAt, recusalsAt, type AgendaRow, type FoundMeeting } from './meeting.store.ts';
import { publishedScores } from './scores.store.ts';
import { countsOf } from './viewMeeting.ts';
import { votesOf, type FoundVote } from './vote.store.ts';

/** What anybody may know of a meeting: files by number, counts, seals. */
export async function viewRecord(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Given<typeof meetingContract.viewRecord>>> {
  const meeting = await findMeeting(call, meetingId);
  if (!meeting || meeting.published_at === null) return no('notFound');
  const votes = await votesOf(call, meetingId);
  const files = (await agendaOf(call, meetingId)).flatMap(({ number }) => { const counted = countsOf(votes, number); return counted ? [{ number, outcome: counted.outcome, counts: countsShown(counted) }] : []; });
  return yes({
    meetingId, reviewRoundId: meeting.review_round_id, heading: meeting.heading, meetsOn: meeting.meets_on, rule: meeting.rule, present: votes[0]?.present ?? 0, files,
    scores: (await publishedScores(call, meeting.review_round_id)) !== undefined,
    votes: votes.flatMap(({ position, tally }) => (tally ? [{ position, sealedHash: tally.sealedHash }] : [])),
  });
}

const countsShown = ({ yes: agreed, no: against, abstain, entitled }: Outcome) => ({ yes: agreed, no: against, abstain, entitled });

/** A sealed tally as a file: for members and the office once it is counted, for everybody once it is public. */
export async function downloadTally(call: Call, { meetingId, vote }: { meetingId: string; vote: number }): Promise<Answer<Download>> {
  const meeting = await findMeeting(call, meetingId);
  const found = meeting && (await votesOf(call, meetingId)).find(({ position }) => position === vote);
  if (!meeting || !found?.tally || !(await mayRead(call, meeting))) return no('notFound');
  await audit(call, { act: 'meeting.tally', subject: meetingId, detail: { vote } });
  return yes({ fileName: `tally-${meetingId}-${vote}.json`, mediaType: 'application/json', content: Buffer.from(JSON.stringify(found.tally, null, 1)) });
}

const mayRead = async (call: Call, meeting: FoundMeeting): Promise<boolean> =>
  meeting.published_at !== null || call.actor.role === 'bureau' || (await membersAt(call, meeting.id)).some(({ person_id, seated_at }) => seated_at !== null && person_id !== '' && person_id === call.actor.personId);

/** The minutes of a meeting: nobody writes them, they are what was done. */
export async function viewMinutes(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<Minutes>> {
  const meeting = await findMeeting(call, meetingId);
  const members = meeting ? await membersAt(call, meetingId) : [];
  const own = members.some(({ person_id, seated_at }) => seated_at !== null && person_id !== '' && person_id === call.actor.personId);
  if (!meeting || !(own || call.actor.role === 'bureau')) return no('notFound');
  const people = await peopleById(call, members.map(({ person_id }) => person_id));
  const votes = await votesOf(call, meetingId);
  return yes({
    heading: meeting.heading, meetsOn: meeting.meets_on, place: meeting.place, rule: meeting.rule, convenedAt: meeting.convened_at.toISOString(), countedAt: meeting.counted_at?.toISOString() ?? null,
    members: members.filter(({ seated_at }) => seated_at !== null).map((each) => ({
      name: people.get(each.person_id)?.name ?? '', organisation: people.get(each.person_id)?.organisationName ?? '', kind: each.kind as 'member' | 'substitute', chair: each.chair,
      attendedAt: each.attended_at?.toISOString() ?? null, excusedAt: each.excused_at?.toISOString() ?? null,
    })),
    files: await minutedFiles(call, meeting, votes, (personId) => people.get(personId)?.name ?? ''),
    votes: votes.flatMap(({ position, present, opened_at, tally }) => (tally && opened_at ? [{ position, present: present ?? 0, openedAt: opened_at.toISOString(), sealedHash: tally.sealedHash }] : [])),
  });
}

async function minutedFiles(call: Call, meeting: FoundMeeting, votes: FoundVote[], nameOf: (personId: string) => string): Promise<Minutes['files']> {
  const recusals = await recusalsAt(call, meeting.id);
  return (await agendaOf(call, meeting.id)).map(({ number, heading, subject, outcome }: AgendaRow) => ({
    number, heading, outcome: outcome as Outcome['outcome'] | null, recused: recusals.filter((each) => each.subject === subject).map(({ person_id, kind }) => ({ name: nameOf(person_id), kind })),
    votes: votes.flatMap(({ position, tally }) => (tally?.outcomes ?? []).filter((each) => each.case === String(number)).map((each) => ({ vote: position, outcome: each.outcome, ...countsShown(each) }))),
  }));
}

/** How a meeting decided a file: what the file's case goes by. Open until the tally is public. */
export type MeetingResult = { meetingId: string; number: number; outcome: Outcome['outcome'] | null; published: boolean; counts: { yes: number; no: number; abstain: number; entitled: number } | null };

/** The result of the newest meeting that had a subject on its agenda; undefined where none had. */
export async function meetingResult(call: Call, subject: string): Promise<MeetingResult | undefined> {
  const line = await agendaLineOf(call, subject);
  if (!line) return undefined;
  const counted = countsOf(await votesOf(call, line.meeting_id), line.number);
  return { meetingId: line.meeting_id, number: line.number, outcome: line.outcome as Outcome['outcome'] | null, published: line.published_at !== null, counts: counted ? countsShown(counted) : null };
}
