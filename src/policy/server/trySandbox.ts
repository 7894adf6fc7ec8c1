import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { factsOfPeople, peopleInScope } from '#registry/server/public.ts';
import type { policyContract } from '../domain/contract.ts';
import { parametersOn } from '../domain/evaluate.ts';
import { moneyParameters } from '../domain/moneyParameters.ts';
import type { Facts, Policy } from '../domain/policy.ts';
import { count, emptyTally, resultsOn, type Subject, type Tally, type Trial } from '../domain/sandbox.ts';
import { numberParameters, withParameters } from '../domain/withParameters.ts';
import { policyAt } from './policyShelf.ts';

type Report = Given<typeof policyContract.trySandbox>;
type Ask = { code: string; version: string; parameters: Record<string, number>; asOf?: string | undefined };

const atOnce = 500;

/** What other parameter values would change for everybody in the officer's region, against the published policy; nothing is kept. */
export async function trySandbox(call: Call, { code, version, parameters, asOf = call.clock.today() }: Ask): Promise<Answer<Report>> {
  const published = await policyAt(call, code, version);
  if (!published) return no('notFound');
  if (published.subject !== 'person') return no('sandboxProcedure');
  const unknown = Object.keys(parameters).find((name) => !numberParameters(published).includes(name));
  if (unknown !== undefined) return no('sandboxParameter', { field: unknown, params: { name: unknown } });
  const trial = { published, tried: withParameters(published, parameters, asOf), asOf, touched: resultsOn(published, Object.keys(parameters)) };
  const tally = emptyTally(trial);
  for await (const subject of everybody(call, asOf)) count(tally, trial, subject);
  return yes(reportOf(trial, tally));
}

async function* everybody(call: Call, asOf: string): AsyncGenerator<Subject> {
  let after = '';
  for (;;) {
    const people = await peopleInScope(call, { after, limit: atOnce });
    const facts = await factsOfPeople(call, people.map(({ personId }) => personId), asOf);
    for (const { personId, name, organisationId, organisationName } of people) {
      yield { personId, name, organisationId: organisationId ?? '', organisationName: organisationName ?? '', facts: (facts.get(personId) ?? {}) as Facts };
    }
    if (people.length < atOnce) return;
    after = people.at(-1)?.personId ?? '';
  }
}

function reportOf({ published, asOf }: Trial, { people, results, institutions, before, after, changedTotal, changed, missing }: Tally): Report {
  const paid = Object.values(published.results).filter(({ amount, table }) => amount || table);
  return {
    asOf, people, parameters: adjustable(published, asOf), results: [...results.values()], changedTotal, changed,
    institutions: [...institutions.values()].toSorted((one, other) => other.gains + other.loses - one.gains - one.loses),
    cost: { before, after, unverified: paid.some(({ unsettled }) => unsettled.length > 0) },
    missing: [...missing].map(([fact, lacking]) => ({ fact, people: lacking })).toSorted((one, other) => other.people - one.people),
  };
}

function adjustable(policy: Policy, asOf: string): Report['parameters'] {
  const money = moneyParameters(policy);
  const values = parametersOn(policy, asOf);
  return numberParameters(policy).map((name) => {
    const value = values[name];
    return { name, fen: money.has(name), unverified: policy.parameters[name]?.unverified ?? false, value: typeof value === 'number' ? value : null };
  });
}
