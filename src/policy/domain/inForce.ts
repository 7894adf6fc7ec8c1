import type { Policy, Purpose } from './model.ts';

/** A result of a policy. */
export type ResultOf = { policy: Policy; name: string };

/**
 * The results of policies for some purposes, given in the order of the regions, the inherited first. Of two title results of one name the
 * nearer region's stands: a locality may set its own standard in the place of the country's (人社部发〔2021〕51号 三).
 */
export function resultsFor(policies: readonly Policy[], purposes: readonly Purpose[]): ResultOf[] {
  const found = policies.filter(({ purpose }) => purposes.includes(purpose)).flatMap((policy) => Object.keys(policy.results).map((name) => ({ policy, name })));
  return found.filter(({ policy, name }, index) => policy.purpose !== 'title' || !found.slice(index + 1).some((later) => later.policy.purpose === 'title' && later.name === name));
}
