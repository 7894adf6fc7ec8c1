import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { expectYes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { perform } from '#platform/server/call.ts';
import { factsOfPeople } from '#registry/server/public.ts';
import { PairingRule } from '#develop/domain/pairing.ts';
import { addEntrants, confirmMeeting, declinePair, enterWishLists, listPairs, openPairing, recordMeeting, runPairing, setGoal, viewPair, viewPairing } from '#develop/server/public.ts';
import type { EntrantView } from '#develop/domain/pairingContract.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';
import { randomly, type Randomly } from './randomly.ts';

const Day = z.int().min(-119).max(60);
const Round = z.strictObject({
  title: z.string(), plan: z.string(), opens: Day, closes: Day, masters: z.int(), pupils: z.int(), castMasters: z.record(z.string(), z.array(z.string())), castPupils: z.record(z.string(), z.array(z.string())), waiting: z.array(z.string()).default([]),
  run: z.strictObject({ day: Day, rule: PairingRule, reason: z.string() }).optional(),
  life: z.strictObject({ goal: z.string(), meeting: z.string(), every: z.int().positive(), until: Day }).optional(),
  decline: z.strictObject({ by: z.string(), day: Day, reason: z.string() }).optional(),
});
const PairingFile = z.strictObject({
  fields: z.record(z.string(), z.string()), facts: z.strictObject({ speciality: z.string(), title: z.string() }), masterTitles: z.array(z.string()), pupilTitles: z.array(z.string()), by: z.string(), rounds: z.array(Round),
});
type PairingFile = z.infer<typeof PairingFile>;
type Round = z.infer<typeof Round>;
type Telling = { teller: Teller; stage: Stage; file: PairingFile; today: string; office: Actor };
type Someone = { personId: string; field: string; master: boolean };

/** Tells a region's pairing rounds by the real actions; nothing where it has none. */
export async function tellPairing(teller: Teller, stage: Stage, today: string): Promise<void> {
  const at = path.join(stage.region.folder, 'demo/pairing.yaml');
  if (!fs.existsSync(at)) return;
  const file = PairingFile.parse(parse(fs.readFileSync(at, 'utf8')));
  const telling = { teller, stage, file, today, office: actorOf(stage, file.by) };
  const crowd = await sortCrowd(telling);
  const used = new Set<string>();
  for (const round of file.rounds) await tellRound(telling, round, crowd, used);
  teller.clock.moveTo(today);
}

function actorOf(stage: Stage, key: string): Actor {
  const actor = stage.actors.get(key);
  if (!actor) throw new Error(`pairing.yaml names ${key}, whom the cast does not know`);
  return actor;
}

/** People of the crowd whose speciality belongs to a field, as masters or pupils by their title. */
async function sortCrowd({ teller, stage, file, office }: Telling): Promise<Someone[]> {
  const cast = new Set([...stage.actors.values()].map(({ personId }) => personId));
  const ids = [...stage.crowd.values()].flat().filter((id) => !cast.has(id));
  const facts = expectYes(await perform(teller, office, async (call) => ({ ok: true as const, value: await factsOfPeople(call, ids) }), {}));
  return ids.flatMap((personId) => {
    const known = facts.get(personId);
    const field = file.fields[String(known?.[file.facts.speciality])];
    const title = String(known?.[file.facts.title]);
    const master = file.masterTitles.includes(title);
    return field && (master || file.pupilTitles.includes(title)) ? [{ personId, field, master }] : [];
  });
}

async function tellRound(telling: Telling, round: Round, crowd: readonly Someone[], used: Set<string>): Promise<void> {
  const { teller, stage, office, today } = telling;
  const chance = randomly(`${stage.region.id}/${round.title}`);
  teller.clock.moveTo(addDays(today, round.opens));
  const { roundId } = expectYes(await perform(teller, office, openPairing, { plan: round.plan, title: round.title, closesOn: addDays(today, round.closes) }));
  await enterPeople(telling, round, roundId, crowd, used, chance);
  teller.clock.moveTo(addDays(today, Math.min(0, round.closes - 1)));
  await enterLists(telling, round, roundId, chance);
  if (!round.run) return;
  teller.clock.moveTo(addDays(today, round.run.day));
  expectYes(await perform(teller, office, runPairing, { roundId, rule: round.run.rule, reason: round.run.reason }));
  await tellLife(telling, round, roundId);
}

async function enterPeople({ teller, stage, office }: Telling, round: Round, roundId: string, crowd: readonly Someone[], used: Set<string>, chance: Randomly): Promise<void> {
  const cast = (named: Round['castMasters']) => Object.entries(named).map(([key, fields]) => ({ personId: actorOf(stage, key).personId, fields }));
  const free = (master: boolean) => shuffled(crowd.filter((each) => each.master === master && !used.has(each.personId)), chance);
  const masters = free(true).slice(0, round.masters - Object.keys(round.castMasters).length);
  const pupils = fieldsLike(free(false), masters, round.pupils - Object.keys(round.castPupils).length);
  for (const { personId } of [...masters, ...pupils]) used.add(personId);
  const entrants = [
    ...cast(round.castMasters).map((each) => ({ ...each, side: 'master' as const, places: 2 })),
    ...masters.map(({ personId, field }) => ({ personId, side: 'master' as const, fields: [field], places: chance.between(1, 2) })),
    ...cast(round.castPupils).map((each) => ({ ...each, side: 'pupil' as const, places: 1 })),
    ...pupils.map(({ personId, field }) => ({ personId, side: 'pupil' as const, fields: [field], places: 1 })),
  ];
  expectYes(await perform(teller, office, addEntrants, { roundId, entrants }));
}

const shuffled = <T>(list: readonly T[], chance: Randomly): T[] => list.map((each) => ({ each, key: chance.below(1_000_000) })).toSorted((one, other) => one.key - other.key).map(({ each }) => each);

/** So many pupils, each in turn of the field of the next master, so that no field is crowded while another is empty. */
function fieldsLike(pupils: readonly Someone[], masters: readonly Someone[], count: number): Someone[] {
  const left = [...pupils];
  return Array.from({ length: count }, (_, at) => {
    const like = left.findIndex(({ field }) => field === masters[at % masters.length]?.field);
    return left.splice(Math.max(0, like), 1);
  }).flat();
}

/** Lists with a common part: the well-known are wished for more often, and masters know some who came to ask. */
async function enterLists({ teller, stage, office }: Telling, round: Round, roundId: string, chance: Randomly): Promise<void> {
  const { entrants } = expectYes(await perform(teller, office, viewPairing, { roundId }));
  const waiting = new Set(round.waiting.map((key) => actorOf(stage, key).personId));
  const fame = new Map(entrants.map(({ entryId }) => [entryId, chance.below(600)]));
  const listOf = (own: Entered, liked: ReadonlySet<string>): string[] => entrants.filter((other) => isOpenTo(own, other))
    .map((other) => ({ called: other.called, value: (fame.get(other.entryId) ?? 0) + chance.below(1000) + (liked.has(other.called) ? 500 : 0) }))
    .toSorted((one, other) => other.value - one.value).slice(0, own.side === 'master' ? chance.between(8, 12) : chance.between(5, 8)).map(({ called }) => called);
  const tellers = entrants.filter(({ personId }) => !waiting.has(personId));
  const lists = new Map(tellers.filter(({ side }) => side === 'pupil').map((own) => [own.called, listOf(own, new Set())]));
  const likedBy = (master: Entered) => new Set([...lists].flatMap(([pupil, wished]) => (wished.includes(master.called) ? [pupil] : [])));
  for (const own of tellers) if (own.side === 'master') lists.set(own.called, listOf(own, likedBy(own)));
  const lines = [...lists].filter(([, wished]) => wished.length > 0).map(([own, wished]) => [own, ...wished].join(' '));
  expectYes(await perform(teller, office, enterWishLists, { roundId, text: lines.join('\n') }));
}

type Entered = EntrantView & { personId: string };

const isOpenTo = (own: Entered, other: Entered): boolean =>
  own.side !== other.side && own.personId !== other.personId && own.fields.some((field) => other.fields.includes(field));

/** What pairs with somebody of the cast do after they are made. */
async function tellLife({ teller, stage, today, office }: Telling, round: Round, roundId: string): Promise<void> {
  const { rows } = expectYes(await perform(teller, office, listPairs, { roundId }));
  const { entrants } = expectYes(await perform(teller, office, viewPairing, { roundId }));
  const actors = new Map([...stage.actors.values()].map((actor) => [actor.personId, actor]));
  const actorIn = (entryId: string) => actors.get(entrants.find((each) => each.entryId === entryId)?.personId ?? '');
  for (const { pairId, master, pupil } of rows) {
    const [teacher, learner] = [actorIn(master.entryId), actorIn(pupil.entryId)];
    const one = teacher ?? learner;
    if (one && round.life && round.run) await tellPair({ teller, today, office }, { pairId, one, other: teacher && learner }, round.life, round.run.day);
  }
  const { decline } = round;
  const leaver = decline && actorOf(stage, decline.by);
  const leaves = rows.find(({ master, pupil }) => leaver && [master, pupil].some(({ entryId }) => actorIn(entryId) === leaver));
  if (!leaver || !leaves) return;
  teller.clock.moveTo(addDays(today, decline.day));
  expectYes(await perform(teller, leaver, declinePair, { pairId: leaves.pairId, reason: decline.reason }));
}

type PairTold = { pairId: string; one: Actor; other: Actor | undefined };

async function tellPair({ teller, today, office }: Pick<Telling, 'teller' | 'today' | 'office'>, { pairId, one, other }: PairTold, life: NonNullable<Round['life']>, from: number): Promise<void> {
  teller.clock.moveTo(addDays(today, from + 1));
  expectYes(await perform(teller, one, setGoal, { pairId, content: life.goal, dueOn: addDays(today, 200) }));
  for (let day = from + life.every; day <= life.until; day += life.every) {
    teller.clock.moveTo(addDays(today, day));
    expectYes(await perform(teller, one, recordMeeting, { pairId, content: life.meeting, heldOn: addDays(today, day) }));
    const [latest] = expectYes(await perform(teller, office, viewPair, { pairId })).meetings;
    if (other && latest) expectYes(await perform(teller, other, confirmMeeting, { meetingId: latest.meetingId }));
  }
}
