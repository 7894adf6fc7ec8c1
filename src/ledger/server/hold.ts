import { done, no, yes, type Answer, type Done, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { counterpartOf } from '../domain/pool.ts';
import { endLeg, findAccount, findLegs, insertTransfer, letGo, lockAccounts, lockLegs, moveHeld, setAside, type Account } from './ledger.store.ts';

/** What a transfer is for: the cause, taken once however often it is asked, with its name for people and the page it opens. */
export type Cause = { cause: string; note?: string | undefined; link?: string | undefined; returnOn?: string | undefined };

/** An amount to be taken from an account, perhaps only until an instant (exclusive). */
export type Taking = Cause & { account: string; amount: number; until?: Date | undefined };

export type Leg = { from: string; to: string; amount: number };

/** Sets an amount aside on an account and on its parent: quotaFull where the account has not enough, quotaParent where its parent has not. */
export async function hold(call: Call, { account, amount, until, ...cause }: Taking): Promise<Answer<{ transferId: string }>> {
  const found = await findAccount(call, account);
  if (!found) throw new Error(`no such ledger account: ${account}`);
  const legs = [account, ...(found.parent_id ? [found.parent_id] : [])].map((from) => ({ from, to: counterpartOf(from), amount }));
  const answer = await holdLegs(call, legs, cause, until);
  if (answer.ok && until) await enqueue(call, 'ledger.expireHolds', {}, { after: until });
  return answer;
}

/**
 * Sets aside the legs of one cause, the institution's first. All accounts are locked in one order before any is looked at,
 * so that no two acts wait for each other and what was seen is still true when it is written; a refusal leaves no trace.
 */
export async function holdLegs(call: Call, legs: readonly Leg[], cause: Cause, until?: Date): Promise<Answer<{ transferId: string }>> {
  const accounts = await lockAccounts(call, legs);
  const before = await findLegs(call, cause.cause);
  if (before[0]) return sameTaking(before, legs) ? yes({ transferId: before[0].id }) : no('keyReused');
  const short = legs.findIndex(({ from, amount }) => !hasRoom(accounts.get(from), amount));
  if (short >= 0) return shortOf(accounts.get(legs[short]?.from ?? ''), legs[short]?.amount ?? 0, short === 0 ? 'quotaFull' : 'quotaParent');
  const ids: string[] = [];
  for (const [index, leg] of legs.entries()) {
    if (!(await setAside(call, leg.from, leg.amount))) throw new Error(`a locked ledger account changed: ${leg.from}`);
    ids.push((await insertTransfer(call, { ...leg, ...cause, leg: index, until }))?.id ?? '');
  }
  if (ids.includes('')) return no('changedMeanwhile'); // the same cause for other accounts at the same instant
  await audit(call, { act: 'ledger.hold', subject: legs[0]?.from ?? '', detail: { cause: cause.cause, amount: legs[0]?.amount ?? 0 } });
  return yes({ transferId: ids[0] ?? '' });
}

const sameTaking = (before: { from_id: string; amount: number }[], legs: readonly Leg[]) => before[0]?.from_id === legs[0]?.from && before[0]?.amount === legs[0]?.amount;

const hasRoom = (account: Account | undefined, amount: number): boolean =>
  account !== undefined && (account.side === 'outside' || account.balance - account.held - account.floor >= amount);

function shortOf(account: Account | undefined, asked: number, reason: 'quotaFull' | 'quotaParent'): Refusal {
  if (!account) throw new Error('no such ledger account');
  const balance = account.balance - account.held - account.floor;
  return no(reason, { article: account.document, fact: account.title, next: 'next.quota', params: { balance, asked, pool: account.title } });
}

/** What was set aside is taken for good; once posted, posting again changes nothing. */
export async function postHold(call: Call, { cause }: { cause: string }): Promise<Answer<Done>> {
  const legs = await lockLegs(call, cause);
  if (legs.length && legs.every((leg) => leg.state === 'posted')) return done;
  if (!legs.length || legs.some((leg) => leg.state !== 'held')) return no('notHeld');
  for (const leg of legs) {
    await moveHeld(call, leg.from_id, leg.to_id, leg.amount);
    await endLeg(call, leg.id, 'posted');
  }
  await audit(call, { act: 'ledger.post', subject: legs[0]?.from_id ?? '', detail: { cause } });
  return done;
}

/** What was set aside goes back. */
export const voidHold = (call: Call, { cause }: { cause: string }): Promise<Answer<Done>> => endHold(call, cause, 'voided');

/** Ends a live hold; what is not held is left as it is (bad-inputs row 13). */
export async function endHold(call: Call, cause: string, state: 'voided' | 'expired'): Promise<Answer<Done>> {
  const legs = await lockLegs(call, cause);
  if (!legs.length || legs.some((leg) => leg.state !== 'held')) return no('notHeld');
  for (const leg of legs) {
    await letGo(call, leg.from_id, leg.amount);
    await endLeg(call, leg.id, state);
  }
  await audit(call, { act: `ledger.${state}`, subject: legs[0]?.from_id ?? '', detail: { cause } });
  return done;
}

/** Takes an amount at once: a payment, an entry of somebody who is there already. */
export async function post(call: Call, taking: Taking): Promise<Answer<{ transferId: string }>> {
  const held = await hold(call, taking);
  if (!held.ok) return held;
  const posted = await postHold(call, taking);
  return posted.ok ? held : posted;
}
