import type { Call } from '#platform/server/call.ts';
import type { Pair } from '../domain/pairing.ts';
import { insertPairs, type EntryRow, type RoundRow } from './pairing.store.ts';

type Starting = { round: RoundRow; entries: readonly EntryRow[]; pairs: readonly Pair[]; madeBy: 'run' | 'rematch' };

/** Writes new pairs. */
export async function startPairs(call: Call, { round, pairs, madeBy }: Starting): Promise<void> {
  await insertPairs(call, pairs.map(({ masterId, pupilId }) => ({ id: call.newId('pair'), round_id: round.id, master_id: masterId, pupil_id: pupilId, made_by: madeBy })));
}
