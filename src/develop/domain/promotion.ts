import { resultsFor, type ResultOf } from '#policy/domain/inForce.ts';
import { explain, timeline, type Facts, type Policy, type Verdict, type Way } from '#policy/domain/policy.ts';
import { doneOn, grown, growthFor, isNone, larger } from './growth.ts';
import { noGrowth, type Growth } from './growthShape.ts';

/** From which day a goal can be had after a posting or study that begins today; null: not by that alone. */
export type Effect = { growth: Growth; doneOn: string; verdict: Verdict; from: string | null };

/** Open: it may be applied for. Next: within reach from here. Later: another title comes first. Closed: no way is known. */
export type Reach = 'open' | 'next' | 'later' | 'closed';

/** How far a person is from a title or category. */
export type Promotion = { verdict: Verdict; reach: Reach; becomes: string | null; effect: Effect | null };

/** Titles and categories that people work towards under these policies. */
export const goalsOf = (policies: readonly Policy[]): ResultOf[] => resultsFor(policies, ['title', 'category']);

/** How far a person is on a day: by the evaluation of the formal check, with nothing judged twice in two ways. */
export function promotionOf({ policy, name }: ResultOf, facts: Facts, asOf: string): Promotion {
  const why = explain(policy, name, facts, asOf);
  const need = why.verdict === 'no' ? needOf(policy, why.ways) : noGrowth;
  return { verdict: why.verdict, reach: reachOf(policy, why.verdict, why.ways), becomes: why.becomes ?? null, effect: isNone(need) ? null : effectOf({ policy, name }, facts, asOf, need) };
}

/** What a posting or study of this length, begun on a day, does to a goal: the same rules over the facts as they will stand then. */
export function effectOf({ policy, name }: ResultOf, facts: Facts, asOf: string, growth: Growth): Effect {
  const done = doneOn(asOf, growth);
  const { now, becomes } = timeline(policy, name, grown(facts, policy.dictionary, growth), done);
  return { growth, doneOn: done, verdict: now, from: now === 'yes' ? done : becomes ?? null };
}

function reachOf(policy: Policy, verdict: Verdict, ways: readonly Way[]): Reach {
  if (verdict === 'yes') return 'open';
  if (verdict === 'unknown') return 'next';
  const [cheapest] = ways;
  if (!cheapest) return 'closed';
  return cheapest.steps.some(({ act, fact }) => act === 'improve' && policy.dictionary.facts[fact]?.key === titleKey) ? 'later' : 'next';
}

/** The fact that says which title somebody has. */
const titleKey = 'titleLevel';

/** The least posting and study on the cheapest way; of several ways the first that needs nothing else but time. */
export function needOf(policy: Policy, ways: readonly Way[]): Growth {
  const needs = ways.map(({ steps }) => steps.map((step) => {
    if (step.act === 'wait') return noGrowth;
    return step.act === 'improve' && step.short !== undefined && step.unit === 'number' ? growthFor(policy.dictionary, step.fact, step.short) : undefined;
  }));
  const whole = needs.find((steps) => steps.every((need) => need !== undefined)) ?? needs[0] ?? [];
  return whole.reduce<Growth>((sum, need) => (need ? larger(sum, need) : sum), noGrowth);
}
