import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { parametersOn } from '../domain/evaluate.ts';
import { moneyParameters } from '../domain/moneyParameters.ts';
import type { Policy } from '../domain/policy.ts';
import { slide } from '../domain/sandbox.ts';
import type { sandboxContract } from '../domain/sandboxContract.ts';
import { askAll, kept } from '../domain/sandboxCrowd.ts';
import { summed } from '../domain/sandboxLooked.ts';
import { moneyShown } from '../domain/sandboxMoney.ts';
import { daysAhead, yearsAhead, type Payment, type YearAhead } from '../domain/sandboxYears.ts';
import { numberParameters } from '../domain/withParameters.ts';
import { guardReport, seesPeople } from './guardSandbox.ts';
import { policyOn } from './policyShelf.ts';
import { sandboxTrial, type Ask, type RegionTrial } from './sandboxTrial.ts';
import { slideShown } from './slideSandbox.ts';

type Report = Given<typeof sandboxContract.trySandbox>;

/** What a draft or other values would change for everybody in the region, against the published policy, some years ahead; nothing is kept. */
export async function trySandbox(call: Call, ask: Ask & { years?: number; payment?: Payment }): Promise<Answer<Report>> {
  const found = await sandboxTrial(call, ask);
  if (!found.ok) return found;
  const { years = 5, payment = { every: 'once', shares: [100] } } = ask;
  const { trial, asOf, kind } = found.value;
  const published = trial.published.policy;
  const inForce = (await policyOn(call, ask.code, call.clock.today())) === published;
  return yes(guardReport(call, {
    ...slideShown(found.value, slide(trial, found.value.people.crowd)), ...whyNot(found.value), years: yearsShown(found.value, daysAhead(asOf, years), payment),
    published: { version: published.version, inForce }, draft: { kind, version: trial.tried.version }, lists: seesPeople(call), parameters: adjustable(trial.draft.policy, asOf),
  }));
}

/** Who is just outside and what is not known. */
function whyNot({ trial, people: { crowd } }: RegionTrial): Pick<Report, 'outside' | 'missing'> {
  const { outside, missing } = summed(trial, crowd, kept(askAll(trial.tried, crowd, trial.published.asOf)));
  return {
    outside: [...outside].map(([result, people]) => ({ result, people })),
    missing: [...missing].map(([fact, counts]) => ({ fact, ...counts })).toSorted((one, other) => other.becomesUnknown - one.becomesUnknown || other.people - one.people),
  };
}

function yearsShown({ trial, people: { crowd } }: RegionTrial, days: string[], payment: Payment): Report['years'] {
  const [before, after] = [trial.published.policy, trial.tried].map((policy) => yearsAhead(policy, crowd, days, payment)) as [YearAhead[], YearAhead[]];
  const shown = ({ entitled, fresh, lapsed, paid }: YearAhead) => ({ entitled, fresh, lapsed, paid: moneyShown(paid) });
  return after.map((later, at) => ({ year: later.year, day: later.day, before: shown(before[at] as YearAhead), after: shown(later) }));
}

function adjustable(policy: Policy, asOf: string): Report['parameters'] {
  const money = moneyParameters(policy);
  const values = parametersOn(policy, asOf);
  return numberParameters(policy).map((name) => {
    const value = values[name];
    return { name, fen: money.has(name), unverified: policy.parameters[name]?.unverified ?? false, value: typeof value === 'number' ? value : null };
  });
}
