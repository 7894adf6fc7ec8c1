import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { owedBack, type ServedTerm } from '../domain/clawback.ts';
import { holdLegs, postHold, type Cause } from './hold.ts';
import { lockLegs, noteGivenBack } from './ledger.store.ts';

/** Names what comes back and, beside it, what is to be recorded about that. */
type GivingBack = Omit<Cause, 'cause'> & { cause: string; newCause: string };

/** Brings a posted amount, or part of it, back to where it came from: a post is vacated, a loan is returned. What is not there to give back is notHeld. */
export async function giveBack(call: Call, { cause, newCause, amount, ...named }: GivingBack & { amount?: number | undefined }): Promise<Answer<{ transferId: string }>> {
  const legs = await lockLegs(call, cause);
  const before = await lockLegs(call, newCause);
  if (before[0]) return yes({ transferId: before[0].id });
  const left = legs[0] ? legs[0].amount - legs[0].given_back : 0;
  const back = amount ?? left;
  if (legs.some((leg) => leg.state !== 'posted') || back < 1 || back > left) return no('notHeld');
  const told = { note: legs[0]?.note, link: legs[0]?.link, ...named, cause: newCause };
  const held = await holdLegs(call, legs.map((leg) => ({ from: leg.to_id, to: leg.from_id, amount: back })), told);
  if (!held.ok) return held;
  const posted = await postHold(call, { cause: newCause });
  if (!posted.ok) return posted;
  for (const leg of legs) await noteGivenBack(call, leg.id, back);
  return held;
}

/** Claws back what a broken term of service leaves owed of a payment; a term served in full owes nothing and is notHeld. The rule's article goes into the entry. */
export async function clawback(call: Call, { article, served, ...giving }: GivingBack & { article: string; served: ServedTerm }): Promise<Answer<{ transferId: string }>> {
  const [paid] = await lockLegs(call, giving.cause);
  const owed = paid ? owedBack(paid.amount, served) : 0;
  return owed > 0 ? giveBack(call, { ...giving, amount: owed, note: giving.note ?? article }) : no('notHeld', { article });
}
