import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { endHold } from './hold.ts';
import { causesExpired } from './ledger.store.ts';

/** The clock lets go of holds whose time is over. */
export async function expireHolds(call: Call): Promise<Answer<{ expired: string[] }>> {
  const causes = await causesExpired(call);
  for (const cause of causes) await endHold(call, cause, 'expired');
  return yes({ expired: causes });
}
