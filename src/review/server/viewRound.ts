import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { assignmentContract } from '../domain/assignmentContract.ts';
import { pairKey } from '../domain/roundAssignment.ts';
import { seatsInRound, type RoundSeat } from './assignment.store.ts';
import { mayAssign, reviewersOf, termDay } from './assignRound.ts';
import { conflictsOfRound } from './conflict.store.ts';
import { drawExclusionsOf, drawsOfRound, type DrawRow } from './draw.store.ts';
import { expertNames } from './expertNames.ts';
import { expertsById } from './review.store.ts';
import { allRounds, findRound, membersIn, subjectsOf, type FoundRound, type SubjectRow } from './round.store.ts';
import { drawLine } from './viewDraw.ts';
import { organisationTree } from '#registry/server/public.ts';

type View = Given<typeof assignmentContract.viewReviewRound>;

/** Review rounds, newest first, with what is late. */
export async function listReviewRounds(call: Call): Promise<Answer<Given<typeof assignmentContract.listReviewRounds>>> {
  const rows = [];
  for (const round of await allRounds(call)) rows.push((await lineOf(call, round)).line);
  return yes({ rows });
}

async function lineOf(call: Call, round: FoundRound) {
  const [subjects, seats, draws] = [await subjectsOf(call, round.id), await seatsInRound(call, round.id), await drawsOfRound(call, round.id)];
  const files = filesOf(call, subjects, seats, new Map());
  const draw = draws.at(-1);
  const dues = seats.filter(({ state }) => state === 'invited').map(({ dueAt }) => Number(dueAt));
  const line = {
    reviewRoundId: round.id, heading: round.heading, state: round.state as View['state'], openedAt: round.opened_at, files: subjects.length,
    seats: sitting(seats).length, scored: seats.filter(({ state }) => state === 'scored').length, late: seats.filter((seat) => isLate(call, seat)).length,
    complete: files.filter((file) => file.size > 0 && file.received >= file.size).length, vacant: files.reduce((sum, file) => sum + file.vacant, 0),
    dueOn: dues.length ? termDay(new Date(Math.max(...dues))) : null, draw: draw ? (await drawLine(call, draw, round.heading)).state : null,
  };
  return { line, subjects, seats, draws };
}

const sitting = (seats: readonly RoundSeat[]) => seats.filter(({ state }) => state === 'invited' || state === 'scored');
const isLate = ({ clock }: Call, seat: RoundSeat) => seat.state === 'invited' && clock.now() >= seat.dueAt;

/** The cockpit of a round: who is late, how far each reviewer is, where scores spread, the draw, and what may be done next. */
export async function viewReviewRound(call: Call, reviewRoundId: string): Promise<Answer<View>> {
  const round = await findRound(call, reviewRoundId);
  if (!round) return no('notFound');
  const { line, subjects, seats, draws } = await lineOf(call, round);
  const members = await membersIn(call, round.id);
  const exclusions = (await Promise.all(draws.slice(-1).map((draw) => drawExclusionsOf(call, draw.id)))).flat();
  const experts = await expertsById(call, [...new Set([...seats.map(({ expertId }) => expertId), ...members.map((each) => each.expert_id), ...exclusions.map((each) => each.expert_id)])]);
  const names = await expertNames(call, experts);
  const institutions = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  const numberOf = new Map(subjects.map(({ subject, number }) => [subject, number]));
  return yes({
    ...line, rules: round.rules, assignment: round.assignment as View['assignment'], conflicts: new Set((await conflictsOfRound(call, round.id)).map(({ subject, expertId }) => pairKey(subject, expertId))).size,
    draws: await Promise.all(draws.map((draw) => drawLine(call, draw, round.heading))), members: members.map((each) => memberLine(each, names)),
    reviewers: reviewerLines(call, seats, names), subjects: filesOf(call, subjects, seats, institutions), acts: await actsOf(call, round, draws, line),
    excluded: exclusions.map(({ expert_id, subject, kind, source }) => ({ name: names.get(expert_id)?.name ?? '', number: numberOf.get(subject) ?? 0, kind, source })),
  });
}

type Names = Awaited<ReturnType<typeof expertNames>>;

const memberLine = (each: Awaited<ReturnType<typeof membersIn>>[number], names: Names): View['members'][number] => ({
  expertId: each.expert_id, ...(names.get(each.expert_id) ?? { name: '', organisation: '' }), kind: each.kind as 'member', position: each.position, state: each.state as 'sitting', declinedReason: each.declined_reason ?? '',
});

function reviewerLines(call: Call, seats: readonly RoundSeat[], names: Names): View['reviewers'] {
  const complete = completePanels(seats);
  return [...Map.groupBy(sitting(seats), ({ expertId }) => expertId)].map(([expertId, own]) => {
    const late = own.filter((seat) => isLate(call, seat));
    const open = own.filter(({ state }) => state === 'invited');
    const shown = own.filter(({ panelId, tenths }) => tenths !== null && complete.has(panelId)).map(({ tenths }) => tenths ?? 0);
    return {
      expertId, ...(names.get(expertId) ?? { name: '', organisation: '' }), given: own.length, scored: own.length - open.length, drafted: open.filter(({ drafted }) => drafted).length, late: late.length,
      dueOn: open.length ? termDay(new Date(Math.min(...open.map(({ dueAt }) => Number(dueAt))))) : null, lateSeats: late.map(({ panelId }) => ({ panelId, expertId })),
      mean: shown.length ? Math.round(shown.reduce((sum, tenths) => sum + tenths, 0) / shown.length) : null,
    };
  }).toSorted((one, other) => other.late - one.late || one.scored / one.given - other.scored / other.given);
}

/** Panels whose every seat has scored; only their scores are shown to anybody. */
const completePanels = (seats: readonly RoundSeat[]): Set<string> =>
  new Set([...Map.groupBy(sitting(seats), ({ panelId }) => panelId)].filter(([, own]) => own.length >= (own[0]?.size ?? 0) && own.every(({ state }) => state === 'scored')).map(([panelId]) => panelId));

function filesOf(call: Call, subjects: readonly SubjectRow[], seats: readonly RoundSeat[], institutions: ReadonlyMap<string, string>): View['subjects'] {
  const bySubject = Map.groupBy(seats, ({ subject }) => subject);
  return subjects.map((each) => {
    const own = sitting(bySubject.get(each.subject) ?? []);
    const size = bySubject.get(each.subject)?.[0]?.size ?? 0;
    const tenths = own.flatMap((seat) => (seat.tenths === null ? [] : [seat.tenths]));
    const complete = size > 0 && tenths.length >= size;
    return {
      subject: each.subject, number: each.number, heading: [each.heading, ...each.fields].join(' · '), organisation: institutions.get(each.organisation_id) ?? '', size, received: tenths.length,
      late: own.filter((seat) => isLate(call, seat)).length, vacant: size - own.length,
      mean: complete ? Math.floor(tenths.reduce((sum, value) => sum + value, 0) / tenths.length) : null, low: complete ? Math.min(...tenths) : null, high: complete ? Math.max(...tenths) : null,
    };
  });
}

/** What the office may do next; a shut act says why. */
async function actsOf(call: Call, round: FoundRound, draws: readonly DrawRow[], line: { files: number; complete: number }): Promise<View['acts']> {
  const live = draws.find(({ voided_at }) => !voided_at);
  const empty = line.files === 0 ? no('roundEmpty') : undefined;
  const unassignable = mayAssign(round) ?? empty ?? ((await reviewersOf(call, round)).length === 0 ? no(round.rules.reviewersFrom === 'panel' ? 'drawNeeded' : 'poolEmpty') : undefined);
  const undrawable = round.state === 'closed' ? no('roundClosed') : live ? no(live.drawn_at ? 'drawDone' : 'drawUnderWay') : empty;
  return [
    ...(round.rules.meeting ? [act('publishDraw', undrawable)] : []), act('assign', unassignable), act('close', mayClose(round, line)),
  ];
}

const act = (name: View['acts'][number]['act'], refused: Refusal | undefined): View['acts'][number] => ({ act: name, why: refused?.reason ?? null, params: refused?.detail?.params ?? {} });

/** Why a round cannot be closed; undefined when every file has all its scores. */
export function mayClose(round: FoundRound, { files, complete }: { files: number; complete: number }): Refusal | undefined {
  if (round.state === 'closed') return no('roundClosed');
  return round.assignment !== null && complete >= files ? undefined : no('roundUnjudged', { params: { left: files - complete } });
}
