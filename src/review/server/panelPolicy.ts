import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { decide } from '#policy/domain/policy.ts';
import { policyOn } from '#policy/server/public.ts';
import { kindByKey } from '#registry/domain/factKind.ts';
import { factKindsOf } from '#registry/server/public.ts';
import { isOdd } from '../domain/ballotRule.ts';
import type { MeetingRules } from '../domain/roundRules.ts';

/** Why a panel may not meet by the policy its rules name (sizes, odd number, term); undefined when it may, or no policy is named. */
export async function panelRefusal(call: Call, { size, lawful }: MeetingRules, since: string): Promise<Refusal | undefined> {
  if (!isOdd(size)) return no('panelNotOdd', { params: { size } });
  if (!lawful) return undefined;
  const policy = await policyOn(call, lawful.policy, call.clock.today());
  if (!policy) throw new Error(`no policy ${lawful.policy} on ${call.clock.today()}`);
  const told = { panelScope: lawful.scope, panelSize: size, panelOdd: isOdd(size), panelSince: since };
  const kinds = factKindsOf(call.region);
  const facts = Object.fromEntries(Object.entries(told).flatMap(([key, value]) => { const kind = kindByKey(kinds, key); return kind ? [[kind.name, value]] : []; }));
  const result = decide(policy, facts, call.clock.today()).results[lawful.result];
  if (!result) throw new Error(`${lawful.policy} has no result ${lawful.result}`);
  const article = `${Object.values(policy.documents)[0]?.name ?? ''} ${policy.results[lawful.result]?.article ?? ''}`.trim();
  return result.verdict === 'yes' ? undefined : no('panelUnlawful', { params: { scope: lawful.scope, size }, article });
}
