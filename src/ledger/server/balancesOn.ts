import { yes, type Answer } from '#platform/domain/answer.ts';
import { endOfDay } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { counterpartOf } from '../domain/pool.ts';
import { allAccounts, balancesAt } from './ledger.store.ts';

/** What was granted, used, held, lent on balance (below nothing: borrowed) and free on an account at the end of a day. */
export type DayBalance = { id: string; pool: string; title: string; unit: string; organisationId: string; document: string; loans: boolean; lent: number; free: number; held: number; used: number; granted: number };

/** The accounts of the region as they stood at the end of any day, replayed from the transfers. */
export async function balancesOn(call: Call, { day, pool }: { day: string; pool?: string | undefined }): Promise<Answer<DayBalance[]>> {
  const at = await balancesAt(call, endOfDay(day), pool);
  const accounts = (await allAccounts(call, pool)).filter((account) => account.side === 'free');
  return yes(accounts.map((account) => {
    const { balance = 0, held = 0, lent = 0 } = at.get(account.id) ?? {};
    const used = at.get(counterpartOf(account.id))?.balance ?? 0;
    return {
      id: account.id, pool: account.pool, title: account.title, unit: account.unit, organisationId: account.organisation_id, document: account.document, loans: account.loans,
      free: balance - held, held, used, lent, granted: balance + used + lent,
    };
  }));
}
