import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { slide, type Slide } from '../domain/sandbox.ts';
import type { sandboxContract } from '../domain/sandboxContract.ts';
import { moneyShown, paysUnverified } from '../domain/sandboxMoney.ts';
import { guardSlide } from './guardSandbox.ts';
import { sandboxTrial, type Ask, type RegionTrial } from './sandboxTrial.ts';

export type SlideShown = Given<typeof sandboxContract.slideSandbox>;

/** The counts alone, from memory, for a slider that is being dragged. */
export async function slideSandbox(call: Call, ask: Ask): Promise<Answer<SlideShown>> {
  const found = await sandboxTrial(call, ask);
  if (!found.ok) return found;
  return yes(guardSlide(call, slideShown(found.value, slide(found.value.trial, found.value.people.crowd))));
}

/** Counts as the pages show them, institutions that lose first. */
export function slideShown({ trial, people, asOf }: RegionTrial, { results, institutions, before, after, movedPeople }: Slide): SlideShown {
  const shown = institutions.map((each) => ({ ...each, before: moneyShown(each.before), after: moneyShown(each.after) }));
  return {
    asOf, snapshot: { day: people.day, readAt: people.readAt.toISOString(), people: people.crowd.size }, movedPeople, results,
    institutions: shown.toSorted((one, other) => other.loses - one.loses || other.gains - one.gains || (one.name < other.name ? -1 : 1)),
    cost: { before: moneyShown(before), after: moneyShown(after), unverified: paysUnverified(trial.tried) || paysUnverified(trial.published.policy) },
  };
}
