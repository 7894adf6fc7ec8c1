import { contradictions } from './contradictions.ts';
import type { Contradiction } from './contradictions.ts';
import { coverage } from './coverage.ts';
import type { Unseen } from './coverage.ts';
import type { Policy } from './model.ts';
import { runTests } from './packTests.ts';
import type { TestOutcome } from './packTests.ts';
import { unverifiedIn } from './reach.ts';

/** What stands between a policy and its publication; all empty means it may be published by two people. */
export type Publication = { failed: TestOutcome[]; unseen: Unseen[]; contradictions: Contradiction[]; unverified: string[]; publishable: boolean };

/** The publication gate: its own tests pass, every condition was seen yes, no and unknown, exceptions agree, nothing is 待核. */
export function publicationOf(policy: Policy): Publication {
  const found = { failed: runTests(policy).filter(({ passed }) => !passed), unseen: coverage(policy), contradictions: contradictions(policy), unverified: unverifiedIn(policy) };
  return { ...found, publishable: Object.values(found).every((list) => list.length === 0) };
}
