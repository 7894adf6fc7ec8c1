import { createHash } from 'node:crypto';
import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { ballotRuleOf } from '../domain/meetingRule.ts';
import { conflictsWith } from './conflictsWith.ts';
import { insertAgenda, insertMeeting, insertMembers, insertRecusals, meetingOfRound } from './meeting.store.ts';
import { panelRefusal } from './panelPolicy.ts';
import { panelState } from './panelState.ts';
import { membersOf, type Member } from './reviewRound.ts';
import { findRound, subjectsOf, type FoundRound, type SubjectRow } from './round.store.ts';

type Ask = { reviewRoundId: string; meetsOn: string; place: string; chair?: string | undefined };

/** Calls the drawn members of a round together: the agenda, the pinned rule, and every conflict known by now as a recusal. */
export async function conveneMeeting(call: Call, ask: Ask): Promise<Answer<{ meetingId: string }>> {
  const round = await findRound(call, ask.reviewRoundId, { lock: true });
  const rules = round?.rules.meeting;
  if (!round || !rules) return no('notFound');
  const files = await subjectsOf(call, round.id);
  const members = await membersOf(call, round.id);
  const refused = (await notReady(call, round, files, members)) ?? (await panelRefusal(call, rules, call.clock.today()));
  if (refused) return refused;
  const sitting = members.filter(({ state }) => state === 'sitting');
  const seated = [...sitting, ...members.filter(({ state }) => state === 'waiting')];
  const chair = sitting.find(({ expertId }) => expertId === ask.chair) ?? sitting[0];
  const meetingId = call.newId('meet');
  await insertMeeting(call, {
    id: meetingId, reviewRoundId: round.id, heading: round.heading, rule: ballotRuleOf(rules, files.length), place: ask.place, meetsOn: ask.meetsOn, doorCode: doorCodeOf(call),
  });
  await insertMembers(call, meetingId, seated.map((each) => ({ personId: each.personId, expertId: each.expertId, kind: sitting.includes(each) ? 'member' : 'substitute', chair: each === chair })));
  await insertAgenda(call, meetingId, files.map(({ subject, number, heading }) => ({ subject, number, heading })));
  const recused = await noteConflicts(call, meetingId, files, seated);
  await audit(call, { act: 'meeting.convene', subject: meetingId, detail: { reviewRoundId: round.id, files: files.length, recused } });
  return yes({ meetingId });
}

/** Six digits from the chance in a fresh id. */
const doorCodeOf = (call: Call) => String(createHash('sha256').update(call.newId('door')).digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

async function notReady(call: Call, round: FoundRound, files: SubjectRow[], members: Member[]): Promise<Refusal | undefined> {
  const before = await meetingOfRound(call, round.id);
  if (before && before.published_at === null) return no('meetingExists');
  if (files.length === 0) return no('agendaEmpty');
  const sitting = members.filter(({ state }) => state === 'sitting').length;
  const size = round.rules.meeting?.size ?? 0;
  if (sitting !== size) return no('membersNotDrawn', { params: { sitting, size } });
  for (const { subject, number } of files) {
    const panel = await panelState(call, subject);
    if (!panel?.complete) return no('panelNotCompleteFor', { params: { number, received: panel?.received ?? 0, size: panel?.size ?? round.rules.reviewers } });
  }
  return undefined;
}

/** Members with a conflict do not vote on that file, the chair included; the source stays with the recusal. */
async function noteConflicts(call: Call, meetingId: string, files: SubjectRow[], seated: Member[]): Promise<number> {
  const experts = seated.map(({ expertId, personId, organisationId }) => ({ id: expertId, person_id: personId, organisation_id: organisationId }));
  const found: { subject: string; personId: string; kind: string; source: string }[] = [];
  for (const file of files)
    for (const [expertId, conflicts] of await conflictsWith(call, experts, { personIds: [file.applicant_person_id, ...file.other_person_ids], organisationId: file.organisation_id })) {
      const [first] = conflicts;
      const member = seated.find((each) => each.expertId === expertId);
      if (first && member) found.push({ subject: file.subject, personId: member.personId, kind: first.kind, source: first.source });
    }
  await insertRecusals(call, meetingId, found);
  return found.length;
}
