import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import { dateOrderFaults } from '../domain/factOrder.ts';
import { factsInForce, inForceOn } from '../domain/factTimeline.ts';
import { maskName } from '../domain/personName.ts';
import { factKindsOf } from './factFile.ts';
import { recorderOf, selectFacts } from './fact.store.ts';

const beijingTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** Is the fact in force still the one that the person saw? Else says who was faster, masked, and when. */
export async function checkSeen(call: Call, personId: string, kind: string, seen: string | null): Promise<Answer<void>> {
  const current = inForceOn(await selectFacts(call, [personId], { kinds: [kind] }), call.clock.today());
  if ((current?.factId ?? null) === seen) return yes(undefined);
  const last = current && (await recorderOf(call, { personId, kind, factId: current.factId }));
  return no('changedMeanwhile', { field: kind, next: 'next.changedBy', params: { name: maskName(last?.name ?? ''), at: last ? beijingTime.format(last.at) : '' } });
}

/** Do the person's days still follow one another with the new value? Only faults that the corrected fact takes part in count. */
export async function checkOrder(call: Call, personId: string, kind: string, value: FactValue): Promise<Answer<void>> {
  const { kinds } = factKindsOf(call.region);
  const corrected = kinds.get(kind);
  if (corrected?.type !== 'date') return yes(undefined);
  const inForce = factsInForce(await selectFacts(call, [personId]), call.clock.today());
  const known = [...inForce].flatMap(([name, fact]) => (kinds.get(name)?.type === 'date' ? [[kinds.get(name)?.key, String(fact.value)] as const] : []));
  const faults = dateOrderFaults({ ...Object.fromEntries(known), [corrected.key]: String(value) }, call.clock.today());
  const fault = faults.find((each) => each.later === corrected.key || each.earlier === corrected.key);
  if (!fault) return yes(undefined);
  const nameOf = (key: string) => [...kinds.values()].find((each) => each.key === key)?.name ?? '';
  return fault.earlier === 'today'
    ? no('dateFuture', { field: kind, params: { later: nameOf(fault.later) } })
    : no('dateOrder', { field: kind, next: 'next.dateOrder', params: { later: nameOf(fault.later), earlier: nameOf(fault.earlier), years: fault.years } });
}
