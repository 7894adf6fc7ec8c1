import type { ExplainedResult } from './openContract.ts';
import { plainRule, type Say } from './plainRule.ts';

type Step = ExplainedResult['ways'][number]['steps'][number];

/** The cheapest way to a yes, a sentence a step; none when there is no way. */
export const nextStepsOf = (result: Pick<ExplainedResult, 'ways'>, say: Say): string[] => [...new Set((result.ways[0]?.steps ?? []).map((step) => stepWords(step, say)))];

/** A step as a person would say it: supply a fact, wait for a day, or what the policy says must change. */
function stepWords(step: Step, say: Say): string {
  if (step.act === 'supply') return say('policy.way.supply', { fact: step.fact });
  if (step.act === 'settle') return say('policy.way.settle', { fact: step.fact });
  if (step.on) return say('policy.way.wait', { fact: step.fact, date: step.on });
  if (step.need) return say('policy.way.reach', { fact: step.fact, need: step.need });
  return say('policy.way.improve', { fact: step.fact, text: plainRule(step.text, say) });
}
