import type { Facts, Policy } from './model.ts';
import { timeline } from './timeline.ts';

const farthestYears = 60;

/** The day since when a result that is yes has been so by these facts: the last turn to yes, or the day the policy came into force. */
export function sinceDay(policy: Policy, result: string, facts: Facts, asOf: string): string {
  const { now, changes } = timeline(policy, result, facts, policy.from, farthestYears);
  const turns = changes.filter(({ on }) => on <= asOf);
  const last = turns.findLast(({ verdict }) => verdict === 'yes');
  return last?.on ?? (now === 'yes' ? policy.from : asOf);
}
