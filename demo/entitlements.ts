import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { confirmEntitlement, judgePeople, ownEntitlements } from '#retain/server/public.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';
import type { Script } from './script.ts';

/** Judges the cast and lets some of them confirm what they are entitled to; everybody else is judged by the clock once the product runs. */
export async function tellEntitlements(teller: Teller, { region, actors }: Stage, { confirms }: Script, today: string): Promise<void> {
  teller.clock.moveTo(today);
  expectYes(await performAsClock(teller, region.id, judgePeople, { personIds: [...actors.values()].flatMap(({ personId }) => (personId ? [personId] : [])) }));
  for (const { talent, result } of confirms) {
    const actor = actors.get(talent);
    const own = actor && expectYes(await perform(teller, actor, ownEntitlements, {}));
    const offered = own?.entitlements.find((each) => each.result === result);
    if (!actor || !offered) throw new Error(`the story confirms ${result} for ${talent}, who is not offered it`);
    expectYes(await perform(teller, actor, confirmEntitlement, { entitlementId: offered.id }));
  }
}
