import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { ResultOf } from '#policy/domain/inForce.ts';
import type { Facts } from '#policy/domain/policy.ts';
import { judge, policiesOn, sourcesOf } from '#policy/server/public.ts';
import { factsOn } from '#registry/server/public.ts';
import type { Growth } from '../domain/growthShape.ts';
import { effectOf, goalsOf, promotionOf } from '../domain/promotion.ts';
import type { GoalNamed, promotionContract } from '../domain/promotionContract.ts';

type Contract = typeof promotionContract;

const order = ['open', 'next', 'later', 'closed'];

/** How far the talent is from each title and category, nearest first; each with the formal check's own explanation. */
export async function ownPromotion(call: Call): Promise<Answer<Given<Contract['ownPromotion']>>> {
  const today = call.clock.today();
  const { facts, lines } = await factsOn(call, call.actor.personId);
  const goals = goalsOf(await policiesOn(call, today)).map((goal) => {
    const { reach, effect } = promotionOf(goal, facts as Facts, today);
    const explained = judge(goal.policy, facts as Facts, today, sourcesOf(lines)).results.find(({ name }) => name === goal.name);
    if (!explained) throw new Error(`not judged: ${goal.name}`);
    return { ...goalNamed(goal), reach, explained, effect };
  });
  return yes({ judgedOn: today, goals: goals.toSorted((one, other) => order.indexOf(one.reach) - order.indexOf(other.reach) || (one.effect?.from ?? '9').localeCompare(other.effect?.from ?? '9')) });
}

/** From which day each goal could be had after a posting or study that begins today. */
export async function tryPromotion(call: Call, growth: Growth): Promise<Answer<Given<Contract['tryPromotion']>>> {
  const today = call.clock.today();
  const { facts } = await factsOn(call, call.actor.personId);
  return yes({ effects: goalsOf(await policiesOn(call, today)).map((goal) => ({ ...goalNamed(goal), effect: effectOf(goal, facts as Facts, today, growth) })) });
}

/** A goal with what it gives in words and where that is written. */
export function goalNamed({ policy, name }: ResultOf): GoalNamed {
  const found = policy.results[name];
  const document = found?.document ?? '';
  return {
    policy: policy.code, version: policy.version, result: name, gives: found?.qualification ?? found?.service ?? name, document: policy.documents[document]?.name ?? document,
    article: found?.article ?? '', unverified: (found?.unsettled.length ?? 0) > 0,
  };
}
