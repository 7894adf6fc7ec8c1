import type { Policy } from './model.ts';

/** The front door of the policy language: what other rooms may use of it. */
export { allot } from './allot.ts';
export { contradictions } from './contradictions.ts';
export { coverage } from './coverage.ts';
export { decide } from './decide.ts';
export type { Decision, ResultDecision } from './decide.ts';
export { loadDictionary } from './dictionary.ts';
export { differences } from './differences.ts';
export type { Difference } from './differences.ts';
export { explain } from './explain.ts';
export type { Explanation, Line } from './explain.ts';
export { loadPolicy } from './load.ts';
export type { Amount, Clause, Dictionary, Facts, FactValue, ListFact, Loaded, Policy, PolicyTest, Problem, Result, Scalar, Verdict } from './model.ts';
export { runTests } from './packTests.ts';
export type { TestOutcome } from './packTests.ts';
export { publicationOf } from './publication.ts';
export type { Publication } from './publication.ts';
export { unverifiedIn } from './reach.ts';
export { timeline } from './timeline.ts';
export type { Timeline } from './timeline.ts';
export type { Step, Way } from './ways.ts';

/** The tests written in a policy file. */
export const testsOf = (policy: Policy): Policy['tests'] => policy.tests;

/** The version of a policy in force on a day; of two, the one that came into force later. */
export function chooseVersion(policies: readonly Policy[], code: string, asOf: string): Policy | undefined {
  return policies
    .filter((policy) => policy.code === code && policy.from <= asOf && (!policy.to || asOf <= policy.to))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}
