import { createHash } from 'node:crypto';
import { no, type Answer } from '../domain/answer.ts';
import type { Call } from './call.ts';

/** What a key stands for: nothing yet (`fresh`), or the answer given before. */
export type Claimed = { fresh: true } | { fresh: false; answer: unknown };

/** A fingerprint of a request, so that one key cannot be used for two. */
export const requestHash = (name: string, input: unknown): string => createHash('sha256').update(`${name}\n${JSON.stringify(input)}`).digest('base64url');

/** Takes a key for this transaction. A second request with the same key waits here until the first has ended. */
export async function claimKey({ tx, actor, regionId, clock }: Call, key: string, hash: string): Promise<Answer<Claimed>> {
  const taken = await tx.insertInto('idempotency')
    .values({ region_id: regionId, account_id: actor.accountId, key, request_hash: hash, status: 0, answer: 'null', answered_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst();
  if (taken) return { ok: true, value: { fresh: true } };
  const before = await tx.selectFrom('idempotency').select(['request_hash', 'answer'])
    .where('region_id', '=', regionId).where('account_id', '=', actor.accountId).where('key', '=', key).executeTakeFirstOrThrow();
  return before.request_hash === hash ? { ok: true, value: { fresh: false, answer: before.answer } } : no('keyReused');
}

/** Keeps the answer beside the key, in the transaction of the write itself. */
export async function keepAnswer({ tx, actor, regionId }: Call, key: string, answer: unknown): Promise<void> {
  await tx.updateTable('idempotency').set({ status: 200, answer: JSON.stringify(answer ?? null) })
    .where('region_id', '=', regionId).where('account_id', '=', actor.accountId).where('key', '=', key).execute();
}
