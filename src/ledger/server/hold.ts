import { done, no, yes, type Answer, type Done, type Refusal } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { counterpartOf } from '../domain/pool.ts';
import { endLeg, findAccount, insertTransfer, legsOf, letGo, moveHeld, setAside } from './ledger.store.ts';

/** An amount to be taken from an account for a cause; the same cause is taken once, however often it is asked. */
export type Taking = { account: string; amount: number; cause: string; until?: Date | undefined };

type Leg = { from: string; to: string; amount: number };

/** Sets an amount aside on an account and on its parent: quotaFull where the account has not enough, quotaParent where its parent has not. */
export async function hold(call: Call, { account, amount, cause, until }: Taking): Promise<Answer<{ transferId: string }>> {
  const found = await findAccount(call, account);
  if (!found) throw new Error(`no such ledger account: ${account}`);
  const legs = [{ from: account, to: counterpartOf(account), amount }, ...(found.parent_id ? [{ from: found.parent_id, to: counterpartOf(found.parent_id), amount }] : [])];
  return holdLegs(call, legs, cause, until);
}

/** Sets aside the legs of one cause; a parent's leg is locked first, so that no two can wait for each other. */
export async function holdLegs(call: Call, legs: readonly Leg[], cause: string, until: Date | undefined): Promise<Answer<{ transferId: string }>> {
  const before = await legsOf(call, cause);
  if (before[0]) return sameTaking(before, legs) ? yes({ transferId: before[0].id }) : no('keyReused');
  for (const [index, leg] of [...legs.entries()].reverse()) {
    if (await setAside(call, leg.from, leg.amount)) continue;
    return shortOf(call, leg, index === 0 ? 'quotaFull' : 'quotaParent');
  }
  const ids: string[] = [];
  for (const [index, leg] of legs.entries()) ids.push((await insertTransfer(call, { ...leg, cause, leg: index, until }))?.id ?? '');
  if (ids.includes('')) return no('changedMeanwhile'); // the same cause at the same instant; asked again it gets the first one's answer
  await audit(call, { act: 'ledger.hold', subject: legs[0]?.from ?? '', detail: { cause, amount: legs[0]?.amount ?? 0 } });
  return yes({ transferId: ids[0] ?? '' });
}

const sameTaking = (before: { from_id: string; amount: number }[], legs: readonly Leg[]) => before[0]?.from_id === legs[0]?.from && before[0]?.amount === legs[0]?.amount;

async function shortOf(call: Call, leg: Leg, reason: 'quotaFull' | 'quotaParent'): Promise<Refusal> {
  const account = await findAccount(call, leg.from);
  const balance = account ? account.balance - account.held - account.floor : 0;
  return no(reason, { article: account?.document ?? '', fact: account?.title ?? '', next: 'next.quota', params: { balance, asked: leg.amount, pool: account?.title ?? '' } });
}

/** What was set aside is taken for good; once posted, posting again changes nothing. */
export async function postHold(call: Call, { cause }: { cause: string }): Promise<Answer<Done>> {
  const legs = await legsOf(call, cause);
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
  const legs = await legsOf(call, cause);
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
