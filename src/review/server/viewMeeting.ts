import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import type { Outcome } from '../domain/ballotRule.ts';
import type { meetingContract, MeetingView } from '../domain/meetingContract.ts';
import { turnoutOf } from './ballot.store.ts';
import { agendaOf, findMeeting, meetingsSeen, membersAt, recusalsAt, type AgendaRow, type FoundMeeting, type MemberRow, type RecusalRow } from './meeting.store.ts';
import { isPresent } from './meetingSeat.ts';
import { officialMean } from './officialMean.ts';
import { roundsReadyToMeet } from './roundsReadyToMeet.ts';
import { issuedIn, motionsOf, voteName, votesOf, type FoundVote } from './vote.store.ts';

/** Meetings of the office, or those one sits in; and for the office the rounds that could meet now. */
export async function listMeetings(call: Call): Promise<Answer<Given<typeof meetingContract.listMeetings>>> {
  const office = call.actor.role === 'bureau';
  const meetings = await meetingsSeen(call, office ? undefined : call.actor.personId);
  const rows = [];
  for (const meeting of meetings)
    rows.push({ meetingId: meeting.id, heading: meeting.heading, meetsOn: meeting.meets_on, place: meeting.place, state: stateOf(meeting), files: (await agendaOf(call, meeting.id)).length, published: meeting.published_at !== null });
  return yes({ rows, ready: office ? await roundsReadyToMeet(call) : [] });
}

const stateOf = ({ state }: FoundMeeting) => state as MeetingView['state'];

type Seen = { meeting: FoundMeeting; members: MemberRow[]; agenda: AgendaRow[]; recusals: RecusalRow[]; votes: FoundVote[]; own: MemberRow | undefined; presides: boolean };

/** A meeting with everything its page shows; a member sees who else sits, never who voted how. */
export async function viewMeeting(call: Call, { meetingId }: { meetingId: string }): Promise<Answer<MeetingView>> {
  const seen = await seenBy(call, meetingId);
  if (!seen) return no('notFound');
  const { meeting, members, own, presides, votes } = seen;
  const people = await peopleById(call, members.map(({ person_id }) => person_id));
  const latest = votes.at(-1);
  const issued = latest && presides ? await issuedIn(call, latest) : new Set<string>();
  return yes({
    meetingId, reviewRoundId: meeting.review_round_id, heading: meeting.heading, meetsOn: meeting.meets_on, place: meeting.place, state: stateOf(meeting), rule: meeting.rule, published: meeting.published_at !== null,
    presides, doorCode: presides ? meeting.door_code : null, present: members.filter(isPresent).length,
    own: own ? { present: isPresent(own), excused: own.excused_at !== null, chair: own.chair } : null,
    members: members.map((member) => ({
      personId: member.person_id, name: people.get(member.person_id)?.name ?? '', organisation: people.get(member.person_id)?.organisationName ?? '', kind: member.kind as 'member' | 'substitute', chair: member.chair,
      seated: member.seated_at !== null, present: isPresent(member), excused: member.excused_at !== null, issued: issued.has(member.person_id),
    })),
    files: await filesOf(call, seen, (personId) => people.get(personId)?.name ?? ''),
    votes: await Promise.all(votes.map((vote) => voteOf(call, vote, seen))),
  });
}

async function seenBy(call: Call, meetingId: string): Promise<Seen | undefined> {
  const meeting = await findMeeting(call, meetingId);
  const members = meeting ? await membersAt(call, meetingId) : [];
  const own = members.find(({ person_id, seated_at }) => seated_at !== null && person_id !== '' && person_id === call.actor.personId);
  const office = call.actor.role === 'bureau';
  if (!meeting || !(office || own)) return undefined;
  return { meeting, members, own, presides: office || own?.chair === true, agenda: await agendaOf(call, meetingId), recusals: await recusalsAt(call, meetingId), votes: await votesOf(call, meetingId) };
}

/** How a file's last counted vote fell. */
export function countsOf(votes: readonly FoundVote[], number: number): (Outcome & { vote: number }) | undefined {
  return votes.flatMap(({ tally, position }) => (tally?.outcomes ?? []).filter((each) => each.case === String(number)).map((each) => ({ ...each, vote: position }))).at(-1);
}

async function filesOf(call: Call, { agenda, recusals, votes, own, presides }: Seen, nameOf: (personId: string) => string): Promise<MeetingView['files']> {
  const files: MeetingView['files'] = [];
  for (const { subject, number, heading, outcome } of agenda) {
    const recused = recusals.filter((each) => each.subject === subject);
    const counted = countsOf(votes, number);
    const official = await officialMean(call, subject);
    files.push({
      number, heading, meanTenths: official?.tenths ?? null, disqualified: official?.disqualified ?? false, ownRecused: recused.some(({ person_id }) => person_id === own?.person_id),
      recused: presides ? recused.map(({ person_id, kind }) => ({ name: nameOf(person_id), kind })) : [], outcome: outcome as Outcome['outcome'] | null,
      counts: counted ? { yes: counted.yes, no: counted.no, abstain: counted.abstain, entitled: counted.entitled } : null,
    });
  }
  return files;
}

async function voteOf(call: Call, vote: FoundVote, { own, members, recusals }: Seen): Promise<MeetingView['votes'][number]> {
  const motions = await motionsOf(call, vote);
  const turnout = await turnoutOf(call, vote);
  const present = members.filter(isPresent);
  const barred = (subject: string, personId: string) => recusals.some((each) => each.subject === subject && each.person_id === personId);
  return {
    position: vote.position, name: voteName(vote), modulus: motions[0]?.modulus ?? '', state: vote.tally ? 'counted' : vote.opened_at ? 'voting' : 'issuing', present: vote.present, sealedHash: vote.tally?.sealedHash ?? null,
    issued: own !== undefined && (await issuedIn(call, vote)).has(own.person_id),
    motions: motions.map(({ subject, number, exponent, token_hashes }) => ({
      number, exponent, tokenHashes: token_hashes, mine: own !== undefined && isPresent(own) && !barred(subject, own.person_id),
      entitled: token_hashes?.length ?? present.filter(({ person_id }) => !barred(subject, person_id)).length, tokens: turnout.get(number)?.tokens ?? 0, ballots: turnout.get(number)?.ballots ?? 0,
    })),
  };
}
