import type { Policy, Purpose } from './model.ts';

/** A result of a policy. */
export type ResultOf = { policy: Policy; name: string };

/** Of two title results of one name the nearer region's stands, and so where it says in whose place: a locality may set its own standard (人社部发〔2021〕51号 三). */
const stands = ({ policy, name }: ResultOf, others: readonly ResultOf[]): boolean => policy.purpose !== 'title' || !others.some((other) =>
  other.policy.purpose === 'title' && other.policy !== policy && (other.name === name || other.policy.insteadOf.includes(name)));

/** The results of policies that stand, for some purposes or all; the policies in the order of the regions, the inherited first. */
export function resultsFor(policies: readonly Policy[], purposes?: readonly Purpose[]): ResultOf[] {
  const all = policies.flatMap((policy) => Object.keys(policy.results).map((name) => ({ policy, name })));
  return all.filter((each, index) => (!purposes || purposes.includes(each.policy.purpose)) && stands(each, all.slice(index + 1)));
}
