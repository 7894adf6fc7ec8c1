import type { App } from '#platform/server/call.ts';
import { movableClock, type MovableClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { seededBytes } from '#platform/server/seededBytes.ts';
import { castOf } from './cast.ts';
import { openRegion, type Stage } from './openRegion.ts';

/** An application whose clock the story moves. */
export type Teller = App & { clock: MovableClock };

/** How long ago the story begins, in days. */
const storyDays = 120;

/** Tells the demo story of every region that has a cast, on an empty database, ending now. */
export async function tellStory(app: App): Promise<void> {
  const now = app.clock.now();
  const clock = movableClock(addDays(app.clock.today(), -storyDays));
  const teller: Teller = { ...app, clock, bytes: seededBytes('story') };
  for (const region of app.regions.values()) {
    const cast = castOf(region);
    if (!cast) continue;
    clock.moveTo(addDays(app.clock.today(), -storyDays));
    const stage = await openRegion(teller, region, cast);
    await chapters[region.id]?.(teller, stage, app.clock.today());
    clock.moveTo(now);
  }
}

/** What happens in each region after its people are there. */
const chapters: Record<string, (teller: Teller, stage: Stage, today: string) => Promise<void>> = {};

/** A database nobody has signed in to yet has no accounts. */
export async function isUntold(app: App): Promise<boolean> {
  return (await app.db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined;
}
