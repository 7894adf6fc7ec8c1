import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { endOfDay } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { organisationTree } from '#registry/server/public.ts';
import { inOneConsortium } from '../domain/consortium.ts';
import { giveBack } from './giveBack.ts';
import { holdLegs, postHold, type Cause } from './hold.ts';
import { causeOfLoan, findAccount, loansDue } from './ledger.store.ts';
import { poolsOf } from './poolFile.ts';

/** Free places lent from one institution's account to another's until the end of a day. */
export type Lending = Cause & { from: string; to: string; amount: number; returnOn: string };

/** Lends free places within one 医共体; where the two draw on different pools, the pools lend along with them. */
export async function lend(call: Call, lending: Lending): Promise<Answer<Done>> {
  const [lender, borrower] = [await findAccount(call, lending.from), await findAccount(call, lending.to)];
  if (!lender || !borrower || lender.organisation_id === borrower.organisation_id) return no('notFound');
  const closed = [lender, borrower].find((account) => !account.loans || kindOf(call, account.pool) !== kindOf(call, lender.pool));
  if (closed) return no('loanNotAllowed', { article: closed.document });
  if (!inOneConsortium(await organisationTree(call), lender.organisation_id, borrower.organisation_id)) return no('loanOutside', { article: lender.document });
  if (lending.returnOn <= call.clock.today()) return no('loanTooShort', { field: 'returnOn' });
  return enterLoan(call, lending);
}

/** A place lent stays of its kind: a filed post does not become an approved one. */
const kindOf = (call: Call, code: string): string => poolsOf(call.region).find((pool) => pool.code === code)?.kind ?? '';

/** Enters a loan that a document or the region's file states. */
export async function enterLoan(call: Call, { from, to, amount, ...cause }: Lending): Promise<Answer<Done>> {
  const [lender, borrower] = [await findAccount(call, from), await findAccount(call, to)];
  const pools = lender?.parent_id && borrower?.parent_id && lender.parent_id !== borrower.parent_id ? [{ from: lender.parent_id, to: borrower.parent_id, amount }] : [];
  const held = await holdLegs(call, [{ from, to, amount }, ...pools], cause);
  if (!held.ok) return held;
  await enqueue(call, 'ledger.returnLoans', {}, { after: endOfDay(cause.returnOn) });
  return postHold(call, cause);
}

/** Returns what is left of a loan; refused with quotaFull while the borrower has it in use. */
export async function returnLoan(call: Call, { transferId }: { transferId: string }): Promise<Answer<Done>> {
  const cause = await causeOfLoan(call, transferId);
  if (!cause) return no('notFound');
  const back = await giveBack(call, { cause, newCause: `${cause}:return` });
  return back.ok ? done : back;
}

/** The clock returns loans whose day is over; what is still in use stays lent and shows as past due. */
export async function returnLoans(call: Call): Promise<Answer<{ returned: string[] }>> {
  const returned: string[] = [];
  for (const transferId of await loansDue(call)) if ((await returnLoan(call, { transferId })).ok) returned.push(transferId);
  return yes({ returned });
}

/** Places that a document adds to an account come from outside the region. */
export async function grant(call: Call, { from, to, amount, ...cause }: Cause & { from: string; to: string; amount: number }): Promise<Answer<Done>> {
  if (amount === 0) return done;
  const held = await holdLegs(call, [{ from, to, amount }], cause);
  return held.ok ? postHold(call, cause) : held;
}
