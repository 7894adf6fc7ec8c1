import type { App } from '#platform/server/call.ts';
import { movableClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { seededBytes } from '#platform/server/seededBytes.ts';
import { castOf } from './cast.ts';
import { tellDrafts } from './drafts.ts';
import { tellEntitlements } from './entitlements.ts';
import { tellEvaluation } from './evaluation.ts';
import { openRegion } from './openRegion.ts';
import { tellPairing } from './pairing.ts';
import { play, type Teller } from './play.ts';
import { tellReviewRounds } from './reviewRounds.ts';
import { scriptOf } from './script.ts';
import { tellTitles } from './titles.ts';

/** How long ago the story begins, in days. */
const storyDays = 120;

/** Tells the demo story of every region that has a cast, on an empty database, ending now. */
export async function tellStory(app: App): Promise<void> {
  const today = app.clock.today();
  for (const region of app.regions.values()) {
    const cast = castOf(region);
    if (!cast) continue;
    const teller: Teller = { ...app, clock: movableClock(addDays(today, -storyDays)), bytes: seededBytes(`story/${region.id}`) };
    const stage = await openRegion(teller, region, cast);
    const script = scriptOf(region);
    if (script) await play(teller, stage, script, today);
    await tellPairing(teller, stage, today);
    await tellTitles(teller, stage, today);
    await tellEvaluation(teller, stage, today);
    if (!script) continue;
    await tellReviewRounds(teller, stage, script, today);
    await tellEntitlements(teller, stage, script, today);
    await tellDrafts(teller, stage, script, today);
  }
}

/** A database nobody has signed in to yet has no accounts. */
export async function isUntold(app: App): Promise<boolean> {
  return (await app.db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined;
}
