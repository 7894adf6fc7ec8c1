import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { factKindsOf } from '#registry/server/public.ts';
import type { policyContract } from '../domain/contract.ts';
import { moneyParameters } from '../domain/moneyParameters.ts';
import { chooseVersion, runTests, unverifiedIn, type Policy } from '../domain/policy.ts';
import { policyAt, policiesOn, shelfOf } from './policyShelf.ts';
import { parameterText } from './parameterText.ts';
import { seesGuesses } from './seesGuesses.ts';

/** The region's policies, newest first. */
export async function listPolicies(call: Call): Promise<Answer<Given<typeof policyContract.listPolicies>>> {
  const { policies } = await shelfOf(call);
  return yes({ rows: policies.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map((policy) => rowOf(call, policies, policy)) });
}

const rowOf = (call: Call, policies: readonly Policy[], policy: Policy) => ({
  code: policy.code, version: policy.version, title: policy.title, from: policy.from, ...(policy.to ? { to: policy.to } : {}),
  documents: Object.values(policy.documents).map((document) => [document.name, document.number].filter(Boolean).join(' ')),
  results: Object.keys(policy.results).length, unverified: unverifiedIn(policy).length,
  inForce: chooseVersion(policies, policy.code, call.clock.today()) === policy,
});

/** One policy: clauses beside rules, parameters, results, tests. */
export async function viewPolicy(call: Call, code: string, version: string): Promise<Answer<Given<typeof policyContract.viewPolicy>>> {
  const policy = await policyAt(call, code, version);
  if (!policy) return no('notFound');
  const { policies } = await shelfOf(call);
  const named = (key: string) => policy.documents[key]?.name ?? key;
  return yes({
    ...rowOf(call, policies, policy),
    clauses: Object.entries(policy.clauses).map(([name, clause]) => ({
      name, document: named(clause.document), article: clause.article, text: clause.text, unverified: clause.unverified,
      ...(clause.exceptionTo ? { exceptionTo: clause.exceptionTo } : {}), ...(clause.whenText ? { when: clause.whenText } : {}), ...(clause.note ? { note: clause.note } : {}),
    })),
    parameters: parametersFor(call, policy),
    outcomes: Object.entries(policy.results).map(([name, result]) => ({
      name, document: named(result.document), article: result.article, text: result.text, unverified: result.unverified,
      ...(result.amountText ? { amount: result.amountText } : {}), ...(result.service ? { service: result.service } : {}),
    })),
    composition: Object.entries(policy.composition).map(([name, { text }]) => ({ name, text })),
    tests: runTests(policy).map(({ name, passed }) => ({ name, passed })),
    versions: policies.filter((other) => other.code === code).map((other) => ({ version: other.version, from: other.from })),
    source: seesGuesses(call) ? policy.source : '',
  });
}

function parametersFor(call: Call, policy: Policy) {
  const money = moneyParameters(policy);
  return Object.entries(policy.parameters).map(([name, parameter]) => ({
    name, unverified: parameter.unverified, fen: money.has(name), values: parameter.unverified && !seesGuesses(call) ? [] : parameterText(policy, parameter),
  }));
}

/** What a check may ask: the facts that the policies in force speak of, in the words of the dictionary. */
export async function listQuestions(call: Call, code: string | undefined): Promise<Answer<Given<typeof policyContract.listQuestions>>> {
  const { kinds } = factKindsOf(call.region);
  const names = new Set((await policiesOn(call, call.clock.today())).filter((policy) => !code || policy.code === code).flatMap((policy) => policy.facts));
  return yes({
    rows: [...names].flatMap((name) => {
      const kind = kinds.get(name);
      if (!kind || kind.type === 'list' || kind.type === 'text') return [];
      return [{ fact: name, key: kind.key, ask: kind.ask || name, type: kind.type, options: kind.enum?.values.map((each) => each.name) ?? [] }];
    }),
  });
}
