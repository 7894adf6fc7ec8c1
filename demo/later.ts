import { expectYes, yes } from '#platform/domain/answer.ts';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform, performAsClock, type App } from '#platform/server/call.ts';
import { defineJob, enqueue, type RunningJob } from '#platform/server/jobs.ts';
import { advanceCase, openCase, openRound, publishProgrammes, saveDraft } from '#cases/server/public.ts';
import { factsOfPeople } from '#registry/server/public.ts';
import { carryOutAssignment } from '#review/server/assignRound.ts';
import { addExpert, giveScore } from '#review/server/public.ts';
import { crowdSource } from './crowd.ts';
import { randomly } from './randomly.ts';
import { scriptOf, type DrawWords, type LaterRound } from './script.ts';
import { tellDraw } from './tellDraw.ts';

const kind = 'demo.later';

/** Queues what is told in the background; asked once, right after the story. */
export async function askLater(app: App): Promise<boolean> {
  const regions = [...app.regions.values()].filter((region) => (scriptOf(region)?.later.length ?? 0) > 0);
  for (const region of regions) await performAsClock(app, region.id, async (call) => yes({ id: await enqueue(call, kind, {}) }), {});
  return regions.length > 0;
}

/** Each part looks at what is already there, so a job that was cut off goes on where it stopped. */
defineJob<object>(kind, async (app, job) => {
  const region = app.regions.get(job.regionId);
  const script = region && scriptOf(region);
  for (const round of script?.later ?? []) await tellLater({ app, job, round, words: script?.draw });
});

/** A round being told; a small one is told by the same parts with a clock of its own. */
export type Telling = { app: App; job: Pick<RunningJob<object>, 'regionId' | 'progress' | 'cancelled'>; round: LaterRound; words: DrawWords | undefined };
export type Someone = { personId: string; name: string; organisationId: string; field: string; senior: boolean };

/** Tells one big round, or what is left of it. */
export async function tellLater(telling: Telling): Promise<void> {
  const { app, job, round } = telling;
  await performAsClock(app, job.regionId, publishProgrammes, {});
  const officer = await officerOf(telling);
  const roundId = await roundFor(telling, officer);
  const crowd = await crowdOf(telling);
  const experts = await tellExperts(telling, crowd);
  const applicants = crowd.filter(({ personId }) => !experts.has(personId)).slice(0, round.applications);
  const total = applicants.length * 2;
  for (const [index, person] of applicants.entries()) {
    await tellApplication(telling, roundId, person);
    if (index % 10 === 0) await job.progress(index, total);
    if (await stopped(telling, index)) return;
  }
  await tellDraw(telling, officer, await reviewRoundOf(telling, roundId));
  await tellAssignment(telling, officer, roundId);
  await tellScores(telling, roundId, applicants.length, total);
}

async function stopped({ job }: Telling, index: number): Promise<boolean> {
  if (halted) throw new Error('the server stops; the rest is told at its next start');
  return index % 50 === 0 && job.cancelled();
}

let halted = false;

/** Lets go of the telling at its next application, so that a server that is stopped need not wait for its end. */
export const haltTelling = (): void => { halted = true; };

/** The officer who tells the round. */
export async function officerOf({ app, job, round }: Telling): Promise<Actor> {
  const row = await app.db.selectFrom('account').selectAll().where('region_id', '=', job.regionId).where('sign_in_name', '=', round.by).executeTakeFirstOrThrow();
  return { accountId: row.id, personId: '', role: 'bureau', regionId: job.regionId, organisationId: row.organisation_id, organisationPath: row.organisation_path };
}

/** The cases' round, opened once. */
export async function roundFor({ app, job, round }: Telling, officer: Actor): Promise<string> {
  const found = await app.db.selectFrom('case_round').select('id').where('region_id', '=', job.regionId).where('title', '=', round.title).executeTakeFirst();
  if (found) return found.id;
  const today = app.clock.today();
  return expectYes(await perform(app, officer, openRound, { programme: round.programme, title: round.title, opensOn: today, closesOn: addDays(today, round.open) })).roundId;
}

/** Everybody of the region's institutions whose field is known, in the order of their ids. */
export async function crowdOf({ app, job }: Telling): Promise<Someone[]> {
  const people = await app.db.selectFrom('person').select(['id', 'name', 'organisation_id']).where('region_id', '=', job.regionId).where('merged_into', 'is', null).where('organisation_id', 'is not', null)
    .where('id', 'not in', (eb) => eb.selectFrom('account').select('person_id').where('region_id', '=', job.regionId).where('demo', '=', true)).orderBy('id').execute();
  const facts = expectYes(await performAsClock(app, job.regionId, async (call) => yes(await factsOfPeople(call, people.map(({ id }) => id))), {}));
  const { level = '' } = crowdSource.facts;
  return people.flatMap(({ id, name, organisation_id }) => {
    const field = facts.get(id)?.[fieldFact];
    return typeof field === 'string' ? [{ personId: id, name, organisationId: organisation_id ?? '', field, senior: facts.get(id)?.[level] === crowdSource.levels[3] || facts.get(id)?.[level] === crowdSource.levels[2] }] : [];
  });
}

/** The fact that every job of the crowd names first. */
const fieldFact = Object.keys(crowdSource.jobs[0]?.facts ?? {})[0] ?? '';

/** Seniors of the crowd fill the pool up to the number told, institution by institution; gives who they are. */
async function tellExperts({ app, job, round }: Telling, crowd: readonly Someone[]): Promise<Set<string>> {
  const pooled = await app.db.selectFrom('expert').select('person_id').where('region_id', '=', job.regionId).execute();
  const inPool = new Set(pooled.map(({ person_id }) => person_id));
  const seniors = [...Map.groupBy(crowd.filter(({ senior }) => senior), ({ organisationId }) => organisationId).values()];
  const year = Number(app.clock.today().slice(0, 4));
  for (let turn = 0; inPool.size < round.experts && turn < round.experts; turn += 1) {
    for (const own of seniors) {
      const person = own[turn];
      if (!person || inPool.has(person.personId) || inPool.size >= round.experts) continue;
      await performAsClock(app, job.regionId, addExpert, {
        personId: person.personId, organisationId: person.organisationId, fields: [person.field], level: crowdSource.levels[3] ?? '', external: false, from: `${year}-01-01`, to: `${year + 1}-12-31`,
      });
      inPool.add(person.personId);
    }
  }
  return inPool;
}

/** One application up to where it stands in the review round. */
export async function tellApplication(telling: Telling, roundId: string, person: Someone): Promise<void> {
  const { app, job, round } = telling;
  const talent = await actorFor(telling, 'talent', person.personId, person.name, person.organisationId);
  const known = await app.db.selectFrom('case').select(['id', 'stage', 'step_count', 'saved_count']).where('region_id', '=', job.regionId).where('round_id', '=', roundId).where('person_id', '=', person.personId).executeTakeFirst();
  const caseId = known?.id ?? expectYes(await perform(app, talent, openCase, { programme: round.programme, roundId })).caseId;
  const at = { steps: known?.step_count ?? 0, saved: known?.saved_count ?? 0 };
  if (at.steps === 0) {
    if (at.saved === 0) expectYes(await perform(app, talent, saveDraft, { caseId, saved: 0, answers: round.answers }));
    expectYes(await perform(app, talent, advanceCase, { caseId, action: 'submit', seen: 0 }));
  }
  if (at.steps <= 1) expectYes(await perform(app, await actorFor(telling, 'employer', '', person.organisationId, person.organisationId), advanceCase, { caseId, action: 'endorse', seen: 1 }));
}

/** An account nobody can sign in to: a person of the crowd as talent or reviewer, or the personnel office of an institution. */
async function actorFor({ app, job }: Telling, role: 'talent' | 'employer' | 'reviewer', personId: string, name: string, organisationId: string): Promise<Actor> {
  const signInName = `later:${job.regionId}:${role}:${personId || organisationId}`;
  const found = await app.db.selectFrom('account').select('id').where('region_id', '=', job.regionId).where('sign_in_name', '=', signInName).executeTakeFirst();
  const id = found?.id ?? expectYes(await performAsClock(app, job.regionId, openAccount, { signInName, name, role, personId, organisationId })).id;
  const { organisation_path } = await app.db.selectFrom('account').select('organisation_path').where('region_id', '=', job.regionId).where('id', '=', id).executeTakeFirstOrThrow();
  return { ...clockActor(job.regionId), accountId: id, personId, role, organisationId, organisationPath: organisation_path };
}

/** The review round that the first application opened. */
export async function reviewRoundOf({ app, job }: Telling, roundId: string) {
  return app.db.selectFrom('review_round').select(['id', 'assignment']).where('region_id', '=', job.regionId).where('circle', '=', roundId).executeTakeFirstOrThrow();
}

/** Assigns the round, once. */
export async function tellAssignment(telling: Telling, officer: Actor, roundId: string): Promise<void> {
  const { id, assignment } = await reviewRoundOf(telling, roundId);
  if (assignment === null) expectYes(await perform(telling.app, officer, carryOutAssignment, { reviewRoundId: id, least: telling.round.least }));
}

/** The greater part of the reviews, each by its own reviewer; a telling that goes on chooses the same. */
export async function tellScores(telling: Telling, roundId: string, done: number, total: number): Promise<void> {
  const { app, job, round } = telling;
  const { id } = await reviewRoundOf(telling, roundId);
  const seats = await app.db.selectFrom('panel').innerJoin('panel_seat', 'panel_seat.panel_id', 'panel.id').innerJoin('expert', 'expert.id', 'panel_seat.expert_id').innerJoin('person', 'person.id', 'expert.person_id')
    .select(['panel.id as panelId', 'panel.subject', 'expert.person_id as personId', 'expert.organisation_id as organisationId', 'person.name', 'panel_seat.state']).where('panel.region_id', '=', job.regionId).where('panel.review_round_id', '=', id)
    .orderBy('panel.id').orderBy('expert.id').execute();
  for (const [index, seat] of seats.entries()) {
    const chance = randomly(`${seat.subject}/${seat.personId}`);
    if (seat.state === 'invited' && chance.below(100) < round.scored) {
      expectYes(await perform(app, await actorFor(telling, 'reviewer', seat.personId, seat.name, seat.organisationId), giveScore, { panelId: seat.panelId, marks: marksBy(chance), opinion: round.opinion }));
    }
    if (index % 30 === 0) await job.progress(done + Math.floor((index * done) / seats.length), total);
    if (await stopped(telling, index)) return;
  }
}

const sheetMost = { ethics: 10, clinical: 35, discipline: 25, research: 15, service: 15 };

/** Marks around two thirds to nine tenths of each item's most. */
const marksBy = (chance: ReturnType<typeof randomly>): Record<string, number> => {
  const level = chance.between(66, 90);
  return Object.fromEntries(Object.entries(sheetMost).map(([key, most]) => [key, Math.round((most * Math.min(100, level + chance.below(10))) / 10) / 10]));
};
