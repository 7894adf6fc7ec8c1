import { expectYes } from '#platform/domain/answer.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { perform } from '#platform/server/call.ts';
import { startDraft } from '#policy/server/startDraft.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';
import type { Script } from './script.ts';

/** Officers begin the next versions of policies; the studio shows them as drafts. */
export async function tellDrafts(teller: Teller, { actors }: Stage, { drafts }: Script, today: string): Promise<void> {
  for (const { code, version, by, from } of drafts) {
    const officer = actors.get(by);
    if (!officer) throw new Error(`the story lets ${by} draft, whom the cast does not know`);
    expectYes(await perform(teller, officer, startDraft, { code, version, from: addDays(today, from) }));
  }
}
