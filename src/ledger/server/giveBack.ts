import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { holdLegs, postHold } from './hold.ts';
import { legsOf, noteGivenBack } from './ledger.store.ts';

/** Brings a posted amount, or part of it, back to where it came from: a post is vacated, money is clawed back. */
export async function giveBack(call: Call, { cause, amount, newCause }: { cause: string; amount?: number | undefined; newCause: string }): Promise<Answer<{ transferId: string }>> {
  const before = await legsOf(call, newCause);
  if (before[0]) return yes({ transferId: before[0].id });
  const legs = await legsOf(call, cause);
  const left = legs[0] ? legs[0].amount - legs[0].given_back : 0;
  const back = amount ?? left;
  if (legs.some((leg) => leg.state !== 'posted') || back < 1 || back > left) return no('notHeld');
  const held = await holdLegs(call, legs.map((leg) => ({ from: leg.to_id, to: leg.from_id, amount: back })), newCause, undefined);
  if (!held.ok) return held;
  const posted = await postHold(call, { cause: newCause });
  if (!posted.ok) return posted;
  for (const leg of legs) await noteGivenBack(call, leg.id, back);
  return held;
}
