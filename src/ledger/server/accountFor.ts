import type { Call } from '#platform/server/call.ts';
import { childOf } from '../domain/pool.ts';
import { findAccount } from './ledger.store.ts';

/** The account an institution draws on in a pool: its own where it has one, else the pool's. An unknown pool is a fault of the data and throws. */
export async function accountFor(call: Call, { pool, organisationId }: { pool: string; organisationId: string }): Promise<string> {
  const child = childOf(pool, organisationId);
  if (await findAccount(call, child)) return child;
  if (await findAccount(call, pool)) return pool;
  throw new Error(`no such pool: ${pool}`);
}

/** What is free on an account and, where it has one, on its parent; with the account's name and the document that grants it, for a refusal. */
export async function roomOn(call: Call, account: string): Promise<{ own: number; parent: number | undefined; title: string; document: string }> {
  const found = await findAccount(call, account);
  if (!found) throw new Error(`no such ledger account: ${account}`);
  const parent = found.parent_id ? await findAccount(call, found.parent_id) : undefined;
  return { own: found.balance - found.held - found.floor, parent: parent && parent.balance - parent.held - parent.floor, title: found.title, document: found.document };
}
