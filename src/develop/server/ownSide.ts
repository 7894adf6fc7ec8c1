import type { Call } from '#platform/server/call.ts';
import type { Side } from '../domain/pairingPlan.ts';
import { findPair } from './pairing.store.ts';

type FoundPair = NonNullable<Awaited<ReturnType<typeof findPair>>>;

/** The actor's own pair and the side he is on; another's pair does not exist. */
export async function ownPair(call: Call, pairId: string): Promise<{ pair: FoundPair; side: Side } | undefined> {
  const pair = await findPair(call, pairId);
  const { personId } = call.actor;
  if (!pair || !personId) return undefined;
  if (pair.master_person_id === personId) return { pair, side: 'master' };
  return pair.pupil_person_id === personId ? { pair, side: 'pupil' } : undefined;
}
