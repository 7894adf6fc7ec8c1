import { expectYes } from '#platform/domain/answer.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { recordTie } from '#review/server/public.ts';
import type { Pair } from '../domain/pairing.ts';
import { insertPairs, type EntryRow, type PairRecord, type RoundRow } from './pairing.store.ts';

type Starting = { round: RoundRow; entries: readonly EntryRow[]; pairs: readonly Pair[]; madeBy: 'run' | 'rematch' };

/** Whence reviews know of a mentor: the pair. */
const tieSource = (pairId: string): string => `pairing:${pairId}`;

/** Writes new pairs; from that day reviews know that the two are master and pupil. */
export async function startPairs(call: Call, { round, entries, pairs, madeBy }: Starting): Promise<void> {
  const personOf = new Map(entries.map(({ id, person_id }) => [id, person_id]));
  const rows = pairs.map(({ masterId, pupilId }) => ({ id: call.newId('pair'), round_id: round.id, master_id: masterId, pupil_id: pupilId, made_by: madeBy }));
  await insertPairs(call, rows);
  for (const row of rows) expectYes(await recordTie(call, {
    personId: personOf.get(row.master_id) ?? '', otherPersonId: personOf.get(row.pupil_id) ?? '', kind: 'mentor', source: tieSource(row.id), from: call.clock.today(), note: round.title,
  }));
}

/** Tells reviews that a pair is over; that it was stays known. */
export async function endTie(call: Call, pair: Pick<PairRecord, 'id' | 'made_at'>, masterPersonId: string, pupilPersonId: string): Promise<void> {
  expectYes(await recordTie(call, { personId: masterPersonId, otherPersonId: pupilPersonId, kind: 'mentor', source: tieSource(pair.id), from: dayOf(pair.made_at), to: call.clock.today() }));
}
