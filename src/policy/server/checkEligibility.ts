import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { factKindsOf } from '#registry/server/public.ts';
import type { policyContract } from '../domain/contract.ts';
import { itemsWord } from '../domain/keywords.ts';
import type { Facts, FactValue, Policy } from '../domain/policy.ts';
import { judgeStanding } from './judgeStanding.ts';
import { policiesOn, policyOn } from './policyShelf.ts';

type Ask = { code?: string; asOf?: string; facts: Record<string, unknown> };

/** Judges given facts without an account; an impossible value is named, nothing is kept. */
export async function checkEligibility(call: Call, ask: Ask): Promise<Answer<Given<typeof policyContract.checkEligibility>>> {
  const asOf = ask.asOf ?? call.clock.today();
  const bad = unfitFact(call, ask.facts);
  if (bad) return no('factUnfit', { field: bad, params: { fact: bad } });
  return yes({ judged: judgeStanding(await chosen(call, ask.code, asOf), ask.facts as Facts, asOf) });
}

const chosen = async (call: Call, code: string | undefined, asOf: string): Promise<Policy[]> =>
  code ? [await policyOn(call, code, asOf)].filter((policy) => policy !== undefined) : policiesOn(call, asOf);

/** The first fact whose kind is unknown or whose value does not belong to the kind. */
function unfitFact(call: Call, facts: Record<string, unknown>): string | undefined {
  const { kinds } = factKindsOf(call.region);
  return Object.entries(facts).find(([name, value]) => {
    const kind = kinds.get(name);
    return !kind || !fits(kind.type, value as FactValue, kind.enum?.values.map((each) => each.name));
  })?.[0];
}

function fits(type: string, value: FactValue, labels: string[] = []): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return typeof value === 'number' && Number.isSafeInteger(value);
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (type === 'enum') return typeof value === 'string' && labels.includes(value);
  return type === 'list' ? typeof value === 'object' && Array.isArray((value as { [key: string]: unknown })[itemsWord]) : typeof value === 'string';
}


