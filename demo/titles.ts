import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { clockActor, type Actor, type Role } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { movableClock } from '#platform/clock/clock.ts';
import { perform, performAsClock, type App, type Call } from '#platform/server/call.ts';
import { defineJob, enqueue } from '#platform/server/jobs.ts';
import type { Region } from '#platform/server/regionFiles.ts';
import { seededBytes } from '#platform/server/seededBytes.ts';
import { advanceCase, openCase, openRound, runClock, saveDraft } from '#cases/server/public.ts';
import { correctFact, credentials, factsOfPeople, ownWorks, peopleById, shares } from '#registry/server/public.ts';
import { giveScore } from '#review/server/public.ts';
import { castOf } from './cast.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';

const Day = z.int().min(-119).max(60);
const Upto = z.enum(['draft', 'endorsement', 'screening', 'panel', 'decision', 'notice', 'granted', 'refused']);
const Text = z.strictObject({ kind: z.string(), title: z.string(), abstract: z.string() });
const Coworker = z.strictObject({ key: z.string().optional(), name: z.string().optional(), share: z.int(), answer: z.literal('agree').optional(), day: Day.optional() });
const Told = Text.extend({ by: z.string(), on: Day, madeOn: z.string(), part: z.string().optional(), share: z.int().default(100), with: z.array(Coworker).default([]) });
const Group = z.strictObject({ upto: Upto, count: z.int().positive(), days: z.int().positive() });
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Applying = z.strictObject({
  whom: z.strictObject({ equals: z.record(z.string(), Scalar), oneOf: z.record(z.string(), z.array(z.string())), known: z.array(z.string()), since: z.string(), years: z.int() }),
  registers: z.record(z.string(), Scalar), evidence: z.string(), each: z.int().positive(), groups: z.array(Group), works: z.array(Text),
});
const TitlesFile = z.strictObject({
  by: z.string(), rounds: z.array(z.strictObject({ key: z.enum(['ordinary', 'rural']), programme: z.string(), title: z.string(), on: Day, opens: Day, closes: Day })),
  part: z.strictObject({ alone: z.string(), first: z.string() }), level: z.string(), details: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  cast: z.array(Told), copy: Text, answers: z.record(z.string(), z.union([z.string(), z.boolean()])), opinion: z.string(), ordinary: Applying, rural: z.array(z.strictObject({ by: z.string(), upto: Upto, days: z.int().positive() })), ruralWorks: z.array(Text),
  revoke: z.strictObject({ after: Upto, reason: z.string(), day: Day }),
});
type TitlesFile = z.infer<typeof TitlesFile>;
type Round = TitlesFile['rounds'][number];
type Upto = z.infer<typeof Upto>;
type Act = { day: number; run(): Promise<unknown> };
type Telling = { teller: Teller; stage: Stage; file: TitlesFile; today: string; rounds: Map<string, string>; taken: Set<string> };

const fileOf = (region: Region): TitlesFile | undefined => {
  const at = path.join(region.folder, 'demo/titles.yaml');
  return fs.existsSync(at) ? TitlesFile.parse(parse(fs.readFileSync(at, 'utf8'))) : undefined;
};

/** Tells a region's title rounds by the real actions: the rounds and the cast's works; nothing where it has none. */
export async function tellTitles(teller: Teller, stage: Stage, today: string): Promise<void> {
  const file = fileOf(stage.region);
  if (!file) return;
  const telling: Telling = { teller, stage, file, today, rounds: new Map(), taken: new Set() };
  await playDays(telling, [...file.rounds.map((round) => ({ day: round.on, run: () => tellRound(telling, round) })), ...file.cast.flatMap((told) => castActs(telling, told))]);
}

/** Works an applicant of the township round hands in. */
const ruralEach = 4;

const kind = 'demo.titles';

/** Queues the applicants of the title rounds, told in the background; true where a region has such rounds. */
export async function askTitles(app: App): Promise<boolean> {
  const regions = [...app.regions.values()].filter((region) => fileOf(region));
  for (const region of regions) await performAsClock(app, region.id, async (call) => ({ ok: true as const, value: { id: await enqueue(call, kind, {}) } }), {});
  return regions.length > 0;
}

// Told once: a job that was cut off leaves a shorter story rather than telling somebody twice.
defineJob<object>(kind, async (app, job) => {
  const region = app.regions.get(job.regionId);
  const told = await app.db.selectFrom('account').select('id').where('region_id', '=', job.regionId).where('sign_in_name', 'like', 'titles:%').limit(1).executeTakeFirst();
  if (region && !told) await tellTitleCases({ ...app, clock: movableClock(app.clock.today()), bytes: seededBytes(`titles/${region.id}`) }, await stageOf(app, region), app.clock.today());
});

/** Applicants in every stage of the rounds that {@link tellTitles} opened: named ones of the township route, the crowd in the ordinary one. */
export async function tellTitleCases(teller: Teller, stage: Stage, today: string): Promise<void> {
  const file = fileOf(stage.region);
  if (!file) return;
  const open = await teller.db.selectFrom('case_round').select(['id', 'programme_code']).where('region_id', '=', stage.region.id).execute();
  const rounds = new Map(file.rounds.flatMap(({ key, programme }) => { const found = open.find((each) => each.programme_code === programme); return found ? [[key, found.id] as const] : []; }));
  const telling: Telling = { teller, stage, file, today, rounds, taken: new Set([...stage.actors.values()].map(({ personId }) => personId)) };
  teller.clock.moveTo(addDays(today, -60));
  const acts = await applicants(telling);
  for (const [at, { by, upto, days }] of file.rural.entries()) {
    const talent = actorOf(telling, by);
    acts.push(...await applicantActs(telling, { key: 'rural', talent, upto, day: -days, works: file.ruralWorks.slice(at * ruralEach, (at + 1) * ruralEach), revoked: false }));
  }
  await playDays(telling, acts.filter(({ day }) => day <= 0));
}

/** The cast and the crowd of a region as they stand in its database. */
async function stageOf(app: App, region: Region): Promise<Stage> {
  const cast = castOf(region);
  const keys = [...(cast?.accounts ?? []), ...(cast?.people ?? [])].map(({ key }) => key);
  const rows = await app.db.selectFrom('account').selectAll().where('region_id', '=', region.id).where('sign_in_name', 'in', keys).execute();
  const actors = new Map(rows.map((row): [string, Actor] => [row.sign_in_name, {
    accountId: row.id, personId: row.person_id, role: row.role as Role, regionId: region.id, organisationId: row.organisation_id, organisationPath: row.organisation_path,
  }]));
  const people = await app.db.selectFrom('person').select('id').where('region_id', '=', region.id).where('merged_into', 'is', null).orderBy('id').execute();
  return { region, actors, crowd: new Map([[region.id, people.map(({ id }) => id)]]) };
}

async function playDays({ teller, stage, today }: Telling, acts: readonly Act[]): Promise<void> {
  for (const [day, due] of [...Map.groupBy(acts, (act) => act.day)].toSorted(([a], [b]) => a - b)) {
    teller.clock.moveTo(addDays(today, day));
    expectYes(await performAsClock(teller, stage.region.id, runClock, {}));
    for (const act of due) await act.run();
  }
  teller.clock.moveTo(today);
  expectYes(await performAsClock(teller, stage.region.id, runClock, {}));
}

const actorOf = ({ stage }: Telling, key: string): Actor => {
  const actor = stage.actors.get(key);
  if (!actor) throw new Error(`titles.yaml names ${key}, whom the cast does not know`);
  return actor;
};

const doing = <I, O>({ teller }: Telling, actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<O> => perform(teller, actor, what, input).then(expectYes);
const reading = <O>(telling: Telling, what: (call: Call) => Promise<O>): Promise<O> => doing(telling, clockActor(telling.stage.region.id), async (call: Call) => ({ ok: true as const, value: await what(call) }), {});

async function tellRound(telling: Telling, { key, programme, title, opens, closes }: Round): Promise<void> {
  const { roundId } = await doing(telling, actorOf(telling, telling.file.by), openRound, { programme, title, opensOn: addDays(telling.today, opens), closesOn: addDays(telling.today, closes) });
  telling.rounds.set(key, roundId);
}

function castActs(telling: Telling, told: TitlesFile['cast'][number]): Act[] {
  const now = { workId: '' };
  const enter = async () => {
    const coworkers = await Promise.all(told.with.map(async ({ key, name = '', share }) => {
      const known = key ? actorOf(telling, key) : undefined;
      const person = known && (await reading(telling, (call) => peopleById(call, [known.personId]))).get(known.personId);
      return { name: person?.name ?? name, organisationId: person?.organisationId ?? '', share };
    }));
    now.workId = await enterWork(telling, actorOf(telling, told.by), told, { madeOn: told.madeOn, part: told.part ?? (coworkers.length > 0 ? telling.file.part.first : telling.file.part.alone), share: told.share, coworkers });
  };
  const answers = told.with.flatMap(({ key, answer, day }): Act[] => (key && answer && day !== undefined ? [{ day, run: () => doing(telling, actorOf(telling, key), shares.answerShare, { workId: now.workId, agrees: true }) }] : []));
  return [{ day: told.on, run: enter }, ...answers];
}

type Made = { madeOn: string; part: string; share: number; coworkers: { name: string; organisationId: string; share: number }[] };

async function enterWork(telling: Telling, maker: Actor, { kind, title, abstract }: z.infer<typeof Text>, made: Made): Promise<string> {
  const { workId } = await doing(telling, maker, ownWorks.addWork, { kind, title, abstract, level: telling.file.level, details: telling.file.details[kind] ?? {}, ...made });
  const sha256 = createHash('sha256').update(title).digest('hex');
  await doing(telling, maker, ownWorks.addWorkFile, { workId, name: `${kind}.pdf`, bytes: 320_000, sha256 });
  return workId;
}

/** People of the crowd who could apply in a round, once their institution has put their record in order. */
async function crowdFor(telling: Telling, { equals, oneOf, known: needed, since, years }: TitlesFile['ordinary']['whom']): Promise<string[]> {
  const { stage, today, taken } = telling;
  const ids = [...stage.crowd.values()].flat().filter((id) => !taken.has(id));
  const facts = await reading(telling, (call) => factsOfPeople(call, ids));
  const before = `${Number(today.slice(0, 4)) - years - 1}${today.slice(4)}`;
  const fits = (id: string): boolean => {
    const known = facts.get(id) ?? {};
    return needed.every((fact) => known[fact] !== undefined) && Object.entries(equals).every(([fact, value]) => known[fact] === value) && Object.entries(oneOf).every(([fact, values]) => values.includes(String(known[fact]))) && String(known[since] ?? '9999') <= before;
  };
  const offices = await officesOf(telling, ids);
  return ids.filter((id) => offices.has(id) && fits(id));
}

/** The institution registers what its own record shows, with its evidence. */
async function register(telling: Telling, personId: string, { registers, evidence }: TitlesFile['ordinary']): Promise<void> {
  const office = await employerOf(telling, personId);
  for (const [kind, value] of Object.entries(registers)) await doing(telling, office, correctFact, { personId, kind, value, evidence });
}

/** The applicants of a round, as many as its groups ask for or the crowd has. */
async function applicants(telling: Telling): Promise<Act[]> {
  const { file } = telling;
  const applying = file.ordinary;
  const people = await crowdFor(telling, applying.whom);
  const plan = applying.groups.flatMap(({ upto, count, days }) => Array.from({ length: count }, (_, index) => ({ upto, day: -days - index })));
  const acts: Act[] = [];
  for (const [at, { upto, day }] of plan.entries()) {
    const personId = people[at];
    if (!personId) break;
    telling.taken.add(personId);
    const works = at === 0 ? [file.copy] : applying.works.slice(at * applying.each, (at + 1) * applying.each);
    const revoked = upto === file.revoke.after && plan[at - 1]?.upto !== upto;
    acts.push({ day: registeredOn, run: () => register(telling, personId, applying) }, ...await applicantActs(telling, { key: 'ordinary', talent: await accountOf(telling, personId), upto, day, works, revoked }));
  }
  return acts;
}

const registeredOn = -58;

type Applicant = { key: Round['key']; talent: Actor; upto: Upto; day: number; works: z.infer<typeof Text>[]; revoked: boolean };

/** Days after the opening at which each step is taken; the notice ends by the clock. */
const steps: { upto: Upto; after: number }[] = [{ upto: 'endorsement', after: 1 }, { upto: 'screening', after: 3 }, { upto: 'panel', after: 6 }, { upto: 'decision', after: 11 }, { upto: 'notice', after: 15 }];

async function applicantActs(telling: Telling, applicant: Applicant): Promise<Act[]> {
  const { file } = telling;
  const { key, talent, upto, day } = applicant;
  const employer = await employerOf(telling, talent.personId);
  const bureau = actorOf(telling, file.by);
  const now = { caseId: '' };
  const refused = upto === 'refused';
  const last = refused ? 'screening' : upto;
  const run: Partial<Record<Upto, () => Promise<unknown>>> = {
    endorsement: () => step(telling, talent, now.caseId, ['submit']),
    screening: () => step(telling, employer, now.caseId, ['endorse', 'entrust']),
    panel: async () => { await step(telling, await reviewing(telling, now.caseId, employer, bureau), now.caseId, ['pass']); },
    decision: async () => { await score(telling, now.caseId); await step(telling, await reviewing(telling, now.caseId, employer, bureau), now.caseId, ['conclude']); },
    notice: () => step(telling, bureau, now.caseId, ['decide']),
  };
  const reach = steps.findIndex((each) => each.upto === last);
  const taken = (upto === 'granted' ? steps : steps.slice(0, reach + 1)).flatMap(({ upto: name, after }) => (run[name] ? [{ day: day + after, run: run[name] }] : []));
  return [
    { day, run: async () => { now.caseId = await draft(telling, talent, applicant, telling.rounds.get(key) ?? ''); } }, ...taken,
    ...(refused ? [{ day: day + 8, run: async () => step(telling, await reviewing(telling, now.caseId, employer, bureau), now.caseId, ['refuse'], file.revoke.reason) }] : []),
    ...(applicant.revoked ? [{ day: file.revoke.day, run: () => revoke(telling, now.caseId) }] : []),
  ];
}

async function draft(telling: Telling, talent: Actor, { key, works }: Applicant, roundId: string): Promise<string> {
  const { file, today } = telling;
  const workIds: string[] = [];
  for (const work of works) workIds.push(await enterWork(telling, talent, work, { madeOn: addDays(today, -200 - workIds.length * 90), part: file.part.alone, share: 100, coworkers: [] }));
  const { caseId } = await doing(telling, talent, openCase, { programme: file.rounds.find((each) => each.key === key)?.programme ?? '', roundId });
  await doing(telling, talent, saveDraft, { caseId, saved: 0, answers: { ...file.answers, works: workIds } });
  return caseId;
}

/** Takes the first of these actions that is open. */
async function step({ teller, stage }: Telling, actor: Actor, caseId: string, actions: readonly string[], reason?: string): Promise<void> {
  const row = await teller.db.selectFrom('case').select(['step_count', 'number']).where('region_id', '=', stage.region.id).where('id', '=', caseId).executeTakeFirstOrThrow();
  const refusals: string[] = [];
  for (const action of actions) {
    const answer = await perform(teller, actor, advanceCase, { caseId, action, seen: row.step_count, ...(reason ? { reason } : {}) });
    if (answer.ok) return;
    refusals.push(`${action}: ${answer.reason} ${JSON.stringify(answer.detail ?? {})}`);
  }
  throw new Error(`${row.number}: ${refusals.join('; ')}`);
}

/** Who reviews the case where it stands: the entrusted institution, else the bureau. */
async function reviewing({ teller, stage }: Telling, caseId: string, employer: Actor, bureau: Actor): Promise<Actor> {
  const row = await teller.db.selectFrom('case').select('stage').where('region_id', '=', stage.region.id).where('id', '=', caseId).executeTakeFirstOrThrow();
  return row.stage.startsWith('entrusted') ? employer : bureau;
}

async function score(telling: Telling, caseId: string): Promise<void> {
  const { teller, stage, file } = telling;
  const panel = await teller.db.selectFrom('panel').select(['id', 'sheet']).where('region_id', '=', stage.region.id).where('subject', '=', caseId).where('dissolved_at', 'is', null).executeTakeFirstOrThrow();
  const seats = await teller.db.selectFrom('panel_seat').innerJoin('expert', (join) => join.onRef('expert.region_id', '=', 'panel_seat.region_id').onRef('expert.id', '=', 'panel_seat.expert_id'))
    .select('expert.person_id').where('panel_seat.panel_id', '=', panel.id).where('panel_seat.region_id', '=', stage.region.id).orderBy('expert.id').execute();
  const sheet = z.object({ items: z.array(z.object({ key: z.string(), most: z.number() })) }).parse(parse(fs.readFileSync(path.join(stage.region.folder, `sheets/${panel.sheet}.yaml`), 'utf8')));
  for (const [index, { person_id }] of seats.entries()) {
    const expert = [...stage.actors.values()].find((each) => each.personId === person_id);
    if (!expert) throw new Error(`nobody of the cast sits on the panel of ${caseId}`);
    const share = 0.76 + 0.05 * index;
    await doing(telling, expert, giveScore, { panelId: panel.id, marks: Object.fromEntries(sheet.items.map(({ key, most }) => [key, Math.round(most * share * 10) / 10])), opinion: file.opinion });
  }
}

async function revoke(telling: Telling, caseId: string): Promise<void> {
  const found = await telling.teller.db.selectFrom('credential').select('id').where('region_id', '=', telling.stage.region.id).where('cause', '=', caseId).executeTakeFirstOrThrow();
  await doing(telling, actorOf(telling, telling.file.by), credentials.revokeCredential, { credentialId: found.id, reason: telling.file.revoke.reason });
}

/** The personnel office that acts for each person's institution, the nearest one above; people without one are left out. */
async function officesOf(telling: Telling, personIds: readonly string[]): Promise<Map<string, Actor>> {
  const people = await reading(telling, (call) => peopleById(call, personIds));
  const offices = [...telling.stage.actors.values()].filter(({ role }) => role === 'employer').toSorted((a, b) => b.organisationPath.length - a.organisationPath.length);
  return new Map([...people].flatMap(([personId, { organisationPath }]) => {
    const office = offices.find(({ organisationPath: own }) => organisationPath === own || organisationPath.startsWith(`${own}.`));
    return office ? [[personId, office] as const] : [];
  }));
}

async function employerOf(telling: Telling, personId: string): Promise<Actor> {
  const office = (await officesOf(telling, [personId])).get(personId);
  if (!office) throw new Error(`no personnel office for ${personId}`);
  return office;
}

/** An account nobody can sign in to, for somebody of the crowd. */
async function accountOf({ teller, stage }: Telling, personId: string): Promise<Actor> {
  const person = await teller.db.selectFrom('person').select(['name', 'organisation_id']).where('region_id', '=', stage.region.id).where('id', '=', personId).executeTakeFirstOrThrow();
  const account = expectYes(await performAsClock(teller, stage.region.id, openAccount, { signInName: `titles:${personId}`, name: person.name, role: 'talent', personId, organisationId: person.organisation_id ?? '' }));
  return { ...clockActor(stage.region.id), accountId: account.id, personId, role: 'talent' };
}
