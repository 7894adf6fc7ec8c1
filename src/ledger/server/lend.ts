import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { holdLegs, postHold } from './hold.ts';
import { findAccount } from './ledger.store.ts';

/** Moves free places between two institutions of one pool; the pool's own total does not change. */
export async function lend(call: Call, { from, to, amount, cause }: { from: string; to: string; amount: number; cause: string }): Promise<Answer<Done>> {
  const [lender, borrower] = [await findAccount(call, from), await findAccount(call, to)];
  if (!lender || !borrower || from === to) return no('notFound');
  if (lender.pool !== borrower.pool || !lender.loans) return no('loanNotAllowed', { article: lender.document });
  const held = await holdLegs(call, [{ from, to, amount }], cause, undefined);
  return held.ok ? postHold(call, { cause }) : held;
}

/** Places that a document adds to an account come from outside the region. */
export async function grant(call: Call, { from, to, amount, cause }: { from: string; to: string; amount: number; cause: string }): Promise<Answer<Done>> {
  if (amount === 0) return done;
  const held = await holdLegs(call, [{ from, to, amount }], cause, undefined);
  return held.ok ? postHold(call, { cause }) : held;
}
