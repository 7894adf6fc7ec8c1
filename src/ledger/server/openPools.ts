import { expectYes, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { childOf, counterpartOf, outsideOf, type Pool } from '../domain/pool.ts';
import { post } from './hold.ts';
import { enterLoan, grant } from './lend.ts';
import { insertAccount } from './ledger.store.ts';
import { poolFilesOf, poolsOf } from './poolFile.ts';

/** Opens the accounts of every pool and enters what the documents grant; run again it changes nothing. */
export async function openPools(call: Call): Promise<Answer<{ opened: number }>> {
  const pools = poolsOf(call.region);
  for (const pool of pools) {
    await openPair(call, pool, pool.code, '', null);
    await grantTo(call, pool, pool.code, pool.total);
    for (const [short, allotted] of Object.entries(pool.allot)) await openChild(call, pool, short, allotted);
  }
  for (const loan of poolFilesOf(call.region).flatMap(({ loans }) => loans)) {
    const [from, to] = [loan.from, loan.to].map((end) => childOf(end.pool, `${call.regionId}-${end.organisation}`));
    expectYes(await enterLoan(call, { from: from ?? '', to: to ?? '', amount: loan.amount, returnOn: loan.returnOn, note: loan.note, cause: `loan:${from}:${to}:${loan.returnOn}` }));
  }
  return yes({ opened: pools.length });
}

async function openChild(call: Call, pool: Pool, short: string, allotted: number): Promise<void> {
  const organisationId = `${call.regionId}-${short}`;
  const id = childOf(pool.code, organisationId);
  await openPair(call, pool, id, organisationId, pool.code);
  await grantTo(call, pool, id, allotted);
  const inUse = pool.inUse[short] ?? 0;
  if (inUse > 0) await post(call, { account: id, amount: inUse, cause: `opening:${id}`, note: call.say('ledger.note.opening') });
}

async function openPair(call: Call, pool: Pool, id: string, organisationId: string, parentId: string | null): Promise<void> {
  const { title, unit, document, loans } = pool;
  const shared = { pool: pool.code, title, unit, document, loans, organisationId };
  await insertAccount(call, { ...shared, id: outsideOf(unit), pool: 'outside', organisationId: '', side: 'outside', parentId: null });
  await insertAccount(call, { ...shared, id: counterpartOf(id), side: 'used', parentId: null });
  await insertAccount(call, { ...shared, id, side: 'free', parentId });
}

const grantTo = (call: Call, pool: Pool, id: string, amount: number) => grant(call, { from: outsideOf(pool.unit), to: id, amount, cause: `grant:${id}:${pool.document}`, note: pool.document });
