import { addDays } from '#platform/clock/workingDays.ts';
import { publishProgrammes } from '#cases/server/public.ts';
import { performAsClock } from '#platform/server/call.ts';
import { crowdOf, officerOf, reviewRoundOf, roundFor, tellApplication, tellAssignment, tellScores, type Telling } from './later.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';
import type { Script } from './script.ts';
import { tellDraw } from './tellDraw.ts';

/** Small review rounds on their own days: one drawn and partly late, one whose draw is under way. */
export async function tellReviewRounds(teller: Teller, { region }: Stage, script: Script, today: string): Promise<void> {
  const [pattern] = script.later;
  if (!pattern) return;
  await performAsClock(teller, region.id, publishProgrammes, {});
  let from = 40; // past those whom the other stories of the crowd are about
  for (const small of script.reviewRounds) {
    const telling: Telling = { app: teller, job: { regionId: region.id, progress: async () => {}, cancelled: async () => false }, round: { ...pattern, ...small, experts: 0, least: 0 }, words: script.draw };
    await tellSmall(telling, { teller, from, day: (after: number) => addDays(today, small.on + after) });
    from += small.applications;
  }
}

async function tellSmall(telling: Telling, { teller, from, day }: { teller: Teller; from: number; day: (after: number) => string }): Promise<void> {
  const { round } = telling;
  teller.clock.moveTo(day(0));
  const officer = await officerOf(telling);
  const roundId = await roundFor(telling, officer);
  const crowd = await crowdOf(telling);
  for (const person of crowd.slice(from, from + round.applications)) await tellApplication(telling, roundId, person);
  const moves = { publish: 4, commit: 5, reveal: 6, external: 7 };
  await tellDraw(telling, officer, await reviewRoundOf(telling, roundId), {
    commitBy: new Date(`${day(8)}T17:00:00+08:00`), revealBy: new Date(`${day(9)}T17:00:00+08:00`), at: (act) => teller.clock.moveTo(act === 'external' ? `${day(9)}T21:30:00+08:00` : day(moves[act])),
  });
  if (round.draw !== 'drawn') return;
  teller.clock.moveTo(day(10));
  await tellAssignment(telling, officer, roundId);
  teller.clock.moveTo(day(14));
  await tellScores(telling, roundId, round.applications, round.applications);
}
