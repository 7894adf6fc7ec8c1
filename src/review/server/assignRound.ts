import { dayOf } from '#platform/clock/clock.ts';
import { addDays, termEnd } from '#platform/clock/workingDays.ts';
import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { defineJob, enqueue } from '#platform/server/jobs.ts';
import { sendMessage } from '#bulletin/server/public.ts';
import { assignRound, evenMost, pairKey, seatsOf, type RoundToAssign } from '../domain/roundAssignment.ts';
import { insertRoundPanels, keepAssignment, seatsInRound, type NewRoundPanel } from './assignment.store.ts';
import type { RoundConflict } from './conflict.store.ts';
import { expertsNow, findRoundConflicts, keepRoundConflicts, type ExpertNow } from './roundConflicts.ts';
import { findRound, membersIn, subjectsOf, type FoundRound, type SubjectRow } from './round.store.ts';

/** The loads the officer asks for; without them each reviewer gets an even share at most. */
export type LoadAsk = { reviewRoundId: string; least?: number | undefined; most?: number | undefined };

/** Everything an assignment of a round is made from. */
export type Assigning = { round: FoundRound; subjects: SubjectRow[]; experts: ExpertNow[]; conflicts: RoundConflict[]; problem: RoundToAssign };

/** Gathers a round for assigning; nothing is kept. */
export async function gatherRound(call: Call, ask: LoadAsk, look = findRoundConflicts): Promise<Answer<Assigning>> {
  const round = await findRound(call, ask.reviewRoundId);
  if (!round) return no('notFound');
  const subjects = await subjectsOf(call, round.id);
  if (subjects.length === 0) return no('roundEmpty');
  const experts = await reviewersOf(call, round);
  if (experts.length === 0) return no(round.rules.reviewersFrom === 'panel' ? 'drawNeeded' : 'poolEmpty');
  const conflicts = await look(call, round.id, experts);
  return yes({ round, subjects, experts, conflicts, problem: await problemIn(call, ask, { round, subjects, experts, conflicts }) });
}

/** Who may review in a round: the pool, or those who sit for it. */
export async function reviewersOf(call: Call, round: FoundRound): Promise<ExpertNow[]> {
  const experts = await expertsNow(call);
  if (round.rules.reviewersFrom === 'pool') return experts;
  const sitting = new Set((await membersIn(call, round.id)).filter(({ state }) => state === 'sitting').map((each) => each.expert_id));
  return experts.filter(({ id }) => sitting.has(id));
}

async function problemIn(call: Call, { least = 0, most }: LoadAsk, { round, subjects, experts, conflicts }: Omit<Assigning, 'problem'>): Promise<RoundToAssign> {
  const own = Map.groupBy(await seatsInRound(call, round.id), ({ expertId }) => expertId); // this round's own seats are no earlier load
  const { rules } = round;
  return {
    files: subjects.map(({ subject, fields }) => ({ subject, fields })), rules, least,
    reviewers: experts.map(({ id, organisation_id, fields, external, load }) => ({ expertId: id, organisationId: organisation_id, fields, external, load: Math.max(0, (load ?? 0) - (own.get(id)?.length ?? 0)) })),
    barred: new Set(conflicts.map(({ subject, expertId }) => pairKey(subject, expertId))), most: most ?? rules.mostFiles ?? evenMost(subjects.length, rules.reviewers, experts.length),
  };
}

/** Why a round cannot be assigned now; undefined when it can. */
export function mayAssign(round: FoundRound): Refusal | undefined {
  if (round.state === 'closed') return no('roundClosed');
  return round.assignment === null ? undefined : no('roundAssigned');
}

/** Queues the assignment of a round; it runs with progress and may be cancelled while nothing is kept. */
export async function startAssignment(call: Call, ask: LoadAsk): Promise<Answer<{ jobId: string }>> {
  const gathered = await gatherRound(call, ask);
  if (!gathered.ok) return gathered;
  const refused = mayAssign(gathered.value.round);
  if (refused) return refused;
  const found = assignRound(gathered.value.problem);
  if (!found.ok) return found;
  const jobId = await enqueue(call, 'review.assign', ask);
  await audit(call, { act: 'round.askAssign', subject: ask.reviewRoundId });
  return yes({ jobId });
}

type Told = { done(panels: number, of: number): Promise<boolean> };
const untold: Told = { done: async () => true };
const panelsAtOnce = 100;

/** Opens the panels of a round with their seats, all or none, and tells each reviewer once. */
export async function carryOutAssignment(call: Call, ask: LoadAsk, told: Told = untold): Promise<Answer<{ panels: number; seats: number; floor: number }>> {
  const round = await findRound(call, ask.reviewRoundId, { lock: true });
  const refused = round ? mayAssign(round) : no('notFound');
  if (refused) return refused;
  const gathered = await gatherRound(call, ask, keepRoundConflicts);
  if (!gathered.ok) return gathered;
  const found = assignRound(gathered.value.problem);
  if (!found.ok) return found;
  const { floor, total, bound, pairs } = found.value;
  const seats = Map.groupBy(seatsOf(gathered.value.problem, pairs), ({ subject }) => subject);
  const panels = panelsFor(call, gathered.value, (subject) => (seats.get(subject) ?? []).map(({ expertId }) => expertId));
  const { rules, id } = gathered.value.round;
  const dueAt = termEnd(call.calendar, call.clock.today(), rules.workingDays);
  for (let from = 0; from < panels.length; from += panelsAtOnce) {
    await insertRoundPanels(call, { roundId: id, size: rules.reviewers, blinding: rules.blinding, dueAt }, panels.slice(from, from + panelsAtOnce));
    if (!(await told.done(Math.min(panels.length, from + panelsAtOnce), panels.length))) return no('cancelled');
  }
  const { least, most } = gathered.value.problem;
  await keepAssignment(call, id, { least, most, floor, total, bound, panels: panels.length, seats: pairs.length });
  await tellReviewers(call, gathered.value, panels.flatMap(({ experts }) => experts), dueAt);
  await audit(call, { act: 'round.assign', subject: id, detail: { panels: panels.length, seats: pairs.length, floor, total } });
  return yes({ panels: panels.length, seats: pairs.length, floor });
}

function panelsFor(call: Call, { round, subjects, conflicts }: Assigning, expertsOf: (subject: string) => string[]): NewRoundPanel[] {
  const excluded = Map.groupBy(conflicts, ({ subject }) => subject);
  return subjects.map((each) => ({
    id: call.newId('panel'), subject: each.subject, fields: each.fields, applicantPersonId: each.applicant_person_id, organisationId: each.organisation_id, file: each.file, sheet: each.sheet ?? round.rules.sheet,
    experts: expertsOf(each.subject), excluded: excluded.get(each.subject) ?? [],
  }));
}

/** One message a reviewer, however many files. */
export async function tellReviewers(call: Call, { round, experts }: Pick<Assigning, 'round' | 'experts'>, expertIds: readonly string[], dueAt: Date): Promise<void> {
  const counts = Map.groupBy(expertIds, (each) => each);
  const dueOn = termDay(dueAt);
  for (const { id, person_id } of experts) {
    const n = counts.get(id)?.length ?? 0;
    if (n > 0) await sendMessage(call, { personId: person_id, title: call.say('review.told.title', { n }), body: call.say('review.told.body', { heading: round.heading, n, dueOn }), link: '/work/reviews' });
  }
}

/** The last day of a term; its end is the exclusive instant at 24:00. */
export const termDay = (dueAt: Date): string => addDays(dayOf(dueAt), -1);

defineJob<LoadAsk>('review.assign', (app, job) => perform(app, job.actor, (call, ask: LoadAsk) => carryOutAssignment(call, ask, {
  done: async (panels, of) => { await job.progress(panels, of); return !(await job.cancelled()); },
}), job.payload));
