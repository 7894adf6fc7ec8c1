import { personOn, truthOf, verdicts } from './evaluate.ts';
import type { Policy, Verdict } from './model.ts';
import { allUnder } from './reach.ts';
import { factsIn } from './walk.ts';

export type Unseen = { name: string; unseen: Verdict[] };

/** Clauses and results that the tests of the file have not seen yes, no and unknown: each is a gap before publication. What asks nothing of anybody is left out. */
export function coverage(policy: Policy): Unseen[] {
  const nodes = [...Object.entries(policy.clauses).map(([name, { node }]) => ({ name, node })), ...Object.entries(policy.results).map(([name, { when }]) => ({ name, node: when }))];
  const people = policy.tests.map((test) => personOn(policy, test.facts, test.asOf));
  const asking = nodes.filter(({ node }) => allUnder(policy, [node]).some((each) => factsIn(each).length > 0));
  return asking.flatMap(({ name, node }) => {
    const seen = new Set(people.map((person) => verdicts[truthOf(node, person)]));
    const unseen = verdicts.filter((verdict) => !seen.has(verdict));
    return unseen.length ? [{ name, unseen }] : [];
  });
}
