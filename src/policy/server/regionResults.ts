import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { verdictAt } from '../domain/kernel/outcome.ts';
import type { Amount, Facts, Policy, Verdict } from '../domain/policy.ts';
import { moneyOfPerson, moneyOfSignature, moneyShown, paysByVerdicts } from '../domain/sandboxMoney.ts';
import { rowOfPerson } from '../domain/standing.ts';
import { policyAt, policyOn } from './policyShelf.ts';
import { regionCrowd, standingIn } from './regionCrowd.ts';

/** One person's facts, verdicts in the order of the policy's results, and what it pays; the person is named by id only. */
export type PersonResults = { personId: string; facts: Facts; verdicts: Verdict[]; total: Amount };

/** What a policy says of everybody in the actor's region on a day: all judged at once in columns, from facts read now. */
export async function regionResults(call: Call, { code, version, asOf = call.clock.today() }: { code: string; version?: string | undefined; asOf?: string | undefined }): Promise<Answer<{ policy: Policy; rows: PersonResults[] }>> {
  const policy = version === undefined ? await policyOn(call, code, asOf) : await policyAt(call, code, version);
  if (!policy) return no('notFound');
  if (policy.subject !== 'person') return no('sandboxProcedure');
  const today = call.clock.today();
  const people = await regionCrowd(call, asOf < today ? asOf : today, true);
  const { crowd, personIds } = people;
  const standing = standingIn(people, policy, asOf);
  const { outcomes, signatures } = standing;
  const money = paysByVerdicts(policy) ? moneyOfSignature(policy, asOf, signatures) : undefined;
  const paid = moneyOfPerson(policy, crowd, asOf);
  const results = outcomes.slice(0, Object.keys(policy.results).length);
  return yes({ policy, rows: personIds.map((personId, index) => ({
    personId, facts: crowd.factsOf(index), verdicts: results.map((outcome) => verdictAt(outcome, index)), total: moneyShown(money ? money(rowOfPerson(standing, index)) : paid(index)),
  })) });
}
