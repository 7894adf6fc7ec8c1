import { dayNumber } from './calendar.ts';
import { parametersOn, personOn, truthOf, verdicts } from './evaluate.ts';
import type { Facts, Policy, Verdict } from './model.ts';

/** A result for one person on several days by the same facts: the facts are read once, each day is judged with its own parameters. */
export function verdictsOn(policy: Policy, result: string, facts: Facts, days: readonly string[]): Verdict[] {
  const when = policy.results[result]?.when;
  if (!when) throw new Error(`no such result: ${result}`);
  const person = personOn(policy, facts, days[0] ?? policy.from);
  return days.map((day) => {
    person.asOf = dayNumber(day) ?? person.asOf;
    person.parameters = parametersOn(policy, day);
    person.known.clear();
    return verdicts[truthOf(when, person)] as Verdict;
  });
}
