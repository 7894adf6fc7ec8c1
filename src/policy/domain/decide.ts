import { amountOf, amountOfResult, compose } from './amounts.ts';
import type { Span } from './amounts.ts';
import { personOn, truthOf, verdicts } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import { missingFor } from './missing.ts';
import type { Amount, Facts, Policy, Result, Verdict } from './model.ts';

export type ResultDecision = {
  verdict: Verdict;
  /** Facts nobody has given without which there is no answer. */
  missing: string[];
  /** 待核 parameters that have no value yet. */
  open: string[];
  /** Whether anything it rests on is 待核. */
  unverified: boolean;
  qualification?: string;
  service?: string;
  amount?: Amount;
};
/** What a policy says of a person on a day. */
export type Decision = { policy: string; version: string; asOf: string; results: Record<string, ResultDecision>; groups: Record<string, Amount>; total: Amount };

function decideResult(result: Result, person: Person, paid: { group: string; span: Span }[]): ResultDecision {
  const truth = truthOf(result.when, person);
  const lacking = truth === 1 ? missingFor(result.when, person) : undefined;
  const decided: ResultDecision = {
    verdict: verdicts[truth] as Verdict, missing: lacking ? [...lacking.facts] : [], open: lacking ? [...lacking.parameters] : [], unverified: result.unsettled.length > 0,
  };
  if (result.qualification) decided.qualification = result.qualification;
  if (result.service) decided.service = result.service;
  const span = amountOfResult(result, truth, person);
  if (span) {
    paid.push({ group: result.group, span });
    decided.amount = amountOf(span);
  }
  return decided;
}

/** Decides every result of a policy for a person on a day. A missing fact never makes a no. */
export function decide(policy: Policy, facts: Facts, asOf: string): Decision {
  const person = personOn(policy, facts, asOf);
  const paid: { group: string; span: Span }[] = [];
  const results: Record<string, ResultDecision> = {};
  for (const name in policy.results) results[name] = decideResult(policy.results[name] as Result, person, paid);
  const groups: Record<string, Amount> = {};
  let sure = 0;
  let possible = 0;
  for (const [name, span] of compose(policy.composition, paid, person)) {
    groups[name] = amountOf(span);
    sure += span.sure;
    possible += span.possible;
  }
  return { policy: policy.code, version: policy.version, asOf, results, groups, total: amountOf({ sure, possible }) };
}
