import { expectYes } from '#platform/domain/answer.ts';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform, performAsClock, type App } from '#platform/server/call.ts';
import type { MovableClock } from '#platform/clock/clock.ts';
import { addFile, advanceCase, listEntitled, openCase, openRound, publishProgrammes, raiseObjection, runClock, saveDraft } from '#cases/server/public.ts';
import { expireHolds, openPools } from '#ledger/server/public.ts';
import { giveScore } from '#review/server/public.ts';
import { demoPdf } from './demoPdf.ts';
import type { Stage } from './openRegion.ts';
import type { Script, ScriptStep, ToldCase } from './script.ts';

/** An application whose clock the story moves. */
export type Teller = App & { clock: MovableClock };

type Act = { day: number; run(): Promise<unknown> };
type Playing = { teller: Teller; stage: Stage; script: Script; today: string; rounds: Map<string, string> };

/** Plays a region's script day by day; on every day the clock takes what is due. */
export async function play(teller: Teller, stage: Stage, script: Script, today: string): Promise<void> {
  const regionId = stage.region.id;
  expectYes(await performAsClock(teller, regionId, publishProgrammes, {}));
  expectYes(await performAsClock(teller, regionId, openPools, {}));
  const playing: Playing = { teller, stage, script, today, rounds: new Map() };
  const acts = [...script.rounds.map((round) => ({ day: round.on, run: () => tellRound(playing, round) })), ...script.cases.flatMap((told) => actsOf(playing, told))];
  await playDays(playing, acts.toSorted(byDay));
  for (const several of script.several) await tellSeveral(playing, several);
}

const byDay = (a: Act, b: Act) => a.day - b.day;

async function playDays({ teller, stage, today }: Playing, acts: Act[]): Promise<void> {
  const first = acts[0]?.day ?? 0;
  for (let day = first; day <= 0; day += 1) {
    const due = acts.filter((act) => act.day === day);
    teller.clock.moveTo(addDays(today, day));
    await tick(teller, stage);
    for (const act of due) await act.run();
  }
}

async function tick(teller: Teller, { region }: Stage): Promise<void> {
  expectYes(await performAsClock(teller, region.id, runClock, {}));
  expectYes(await performAsClock(teller, region.id, expireHolds, {}));
}

const actorOf = ({ stage }: Playing, key: string): Actor => {
  const found = stage.actors.get(key);
  if (!found) throw new Error(`the story names ${key}, whom the cast does not know`);
  return found;
};

async function tellRound(playing: Playing, round: Script['rounds'][number]): Promise<void> {
  const { teller, today, rounds, stage } = playing;
  const { roundId } = expectYes(await perform(teller, actorOf(playing, round.by), openRound, {
    programme: round.programme, ...(round.version ? { version: round.version } : {}), title: round.title, opensOn: addDays(today, round.opens), closesOn: addDays(today, round.closes), requirements: round.requirements,
    ...(round.places ? { places: round.places } : {}), ...(round.account ? { placesAccount: round.account } : {}),
    ...(round.organisation ? { organisationId: `${stage.region.id}-${round.organisation}` } : {}),
  }));
  rounds.set(round.key, roundId);
}

function actsOf(playing: Playing, told: ToldCase, actor: () => Actor = () => actorOf(playing, told.talent)): Act[] {
  const now = { caseId: '', missing: 0 };
  return [
    { day: told.opened, run: async () => { Object.assign(now, await tellOpening(playing, told, actor())); } },
    ...told.steps.map((step) => ({ day: step.day, run: () => tellStep(playing, told, now, step, actor()) })),
  ];
}

async function tellOpening({ teller, script, rounds }: Playing, told: ToldCase, talent: Actor): Promise<{ caseId: string; missing: number }> {
  const { caseId } = expectYes(await perform(teller, talent, openCase, {
    programme: told.programme, roundId: rounds.get(told.round) ?? '', ...(told.category ? { category: told.category } : {}),
  }));
  const saved = expectYes(await perform(teller, talent, saveDraft, { caseId, saved: 0, answers: script.answers[told.programme] ?? {} }));
  for (const kind of script.documents[told.programme] ?? [])
    expectYes(await perform(teller, talent, addFile, { caseId, kind, shownName: `${kind}.pdf`, content: await demoPdf(kind) }));
  return { caseId, missing: saved.missing.length };
}

async function tellStep(playing: Playing, told: ToldCase, now: { caseId: string; missing: number }, step: ScriptStep, talent: Actor): Promise<void> {
  if (now.missing > 0 && told.talent === talentWord) return; // a file of the crowd with gaps stays a draft, as in life
  const { teller, stage } = playing;
  if ('scores' in step) return tellScores(playing, now.caseId, step.scores, step.opinion);
  if ('objection' in step) {
    expectYes(await perform(teller, { ...clockActor(stage.region.id), role: 'visitor', accountId: '' }, raiseObjection, { caseId: now.caseId, content: step.objection, contact: '' }));
    return;
  }
  const row = await teller.db.selectFrom('case').select('step_count').where('region_id', '=', stage.region.id).where('id', '=', now.caseId).executeTakeFirstOrThrow();
  const { amountFen, category, reason } = step;
  const actor = step.by === told.talent ? talent : actorOf(playing, step.by);
  const answer = await perform(teller, actor, advanceCase, {
    caseId: now.caseId, action: step.do, seen: row.step_count, ...(amountFen === undefined ? {} : { amountFen }), ...(category ? { category } : {}), ...(reason ? { reason } : {}),
  });
  if (!answer.ok) throw new Error(`${told.talent} ${step.do} on day ${step.day}: ${answer.reason} ${JSON.stringify(answer.detail ?? {})}`);
}

/** The members of the panel hand in their scores in the order they were seated. */
async function tellScores({ teller, stage }: Playing, caseId: string, scores: number[], opinion: string): Promise<void> {
  const seats = await teller.db.selectFrom('panel').innerJoin('panel_seat', 'panel_seat.panel_id', 'panel.id').innerJoin('expert', 'expert.id', 'panel_seat.expert_id')
    .select(['panel.id as panelId', 'expert.person_id']).where('panel.region_id', '=', stage.region.id).where('panel.subject', '=', caseId).where('panel_seat.state', '=', 'invited').orderBy('expert.id').execute();
  for (const [index, percent] of scores.entries()) {
    const seat = seats[index];
    const actor = seat && [...stage.actors.values()].find((each) => each.personId === seat.person_id);
    if (!seat || !actor) throw new Error(`the panel of ${caseId} has no seat ${index + 1}`);
    expectYes(await perform(teller, actor, giveScore, { panelId: seat.panelId, marks: marksOf(percent), opinion }));
  }
}

/** Marks that give every item the same share of its greatest mark. */
const marksOf = (percent: number): Record<string, number> => Object.fromEntries(Object.entries(sheetMost).map(([key, most]) => [key, Math.round((most * percent) / 10) / 10]));
const sheetMost = { ethics: 10, clinical: 35, discipline: 25, research: 15, service: 15 };

/** People of the crowd who are entitled, each with an account nobody can sign in to. */
async function tellSeveral(playing: Playing, several: Script['several'][number]): Promise<void> {
  const { teller, stage } = playing;
  teller.clock.moveTo(addDays(playing.today, several.opened));
  const entitled = expectYes(await perform(teller, actorOf(playing, several.from), listEntitled, { programme: several.programme, category: several.category, limit: 200 }));
  const chosen = entitled.rows.filter((row) => row.verdict === 'yes' && !row.openCase).slice(0, several.count);
  const acts: Act[] = [];
  for (const [index, row] of chosen.entries()) {
    const person = await teller.db.selectFrom('person').select(['name', 'organisation_id']).where('region_id', '=', stage.region.id).where('id', '=', row.personId).executeTakeFirstOrThrow();
    const account = await performAsClock(teller, stage.region.id, openAccount, { signInName: `crowd:${several.round}${several.opened}:${several.from}-${index + 1}`, name: person.name, role: 'talent', personId: row.personId, organisationId: person.organisation_id ?? '' });
    const talent: Actor = { ...clockActor(stage.region.id), accountId: expectYes(account).id, personId: row.personId, role: 'talent' };
    const later = index * several.every;
    const told = { ...several, talent: talentWord, opened: several.opened + later, steps: several.steps.map((step) => ({ ...step, day: step.day + later })) };
    acts.push(...actsOf(playing, told, () => talent).filter((act) => act.day <= 0));
  }
  await playDays(playing, acts.toSorted(byDay));
}

/** In a script about several people, the step of each one's own. */
const talentWord = 'talent';
