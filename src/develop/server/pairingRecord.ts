import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { pairingOf, PairingRule, placementOf, type Decline, type Pair, type Wisher } from '../domain/pairing.ts';
import { PairingPlan, Side } from '../domain/pairingPlan.ts';
import type { PairingRecord } from '../domain/pairingWhy.ts';
import type { Entrant } from '../domain/pairingWishes.ts';
import { entriesOf, pairsOfRound, type EntryRow, type PairRecord, type RoundRow } from './pairing.store.ts';

/** The plan a round keeps. */
export const planOf = ({ plan }: RoundRow): PairingPlan => PairingPlan.parse(plan);

/** The last day on which lists are taken. */
export const lastDay = ({ closes_at }: RoundRow): string => dayOf(new Date(closes_at.getTime() - 1));

/** May lists still be changed? */
export const isOpen = ({ clock }: Call, round: RoundRow): boolean => round.run_at === null && clock.now() < round.closes_at;

/** An entry as the rules see it. */
export const entrantOf = (row: EntryRow): Entrant & { personId: string } =>
  ({ id: row.id, personId: row.person_id, side: Side.parse(row.side), number: row.number, fields: row.fields, organisationId: row.organisation_id, department: row.department, chief: row.chief });

/** Everything of a round that pairs and their reasons are computed from. */
export type RoundRecord = { round: RoundRow; entries: EntryRow[]; pairs: PairRecord[] };

/** Reads a round's entries and pairs. */
export async function readRecord(call: Call, round: RoundRow): Promise<RoundRecord> {
  const entries = await entriesOf(call, round.id);
  return { round, entries, pairs: await pairsOfRound(call, round.id) };
}

const pairOf = (row: PairRecord): Pair => ({ masterId: row.master_id, pupilId: row.pupil_id });
const declinedBy = ({ pairs }: RoundRecord, side: Side) => pairs.filter((row) => row.state === 'declined' && row.left_by === side);

/** Those who are paired now. */
export const livePairs = ({ pairs }: RoundRecord): Pair[] => pairs.filter((row) => row.state === 'live').map(pairOf);

/** Declines nobody has filled yet, first come first. */
export const waitingDeclines = ({ pairs }: RoundRecord): (Decline & { row: PairRecord })[] =>
  pairs.filter((row) => row.state === 'declined' && row.refilled_at === null).map((row) => ({ ...pairOf(row), by: Side.parse(row.left_by), row }));

/** Entries as wishers; a master who gave a pupil up has one place less. */
function wishersOf(record: RoundRecord): Wisher[] {
  const given = new Map<string, number>();
  for (const { master_id } of declinedBy(record, 'master')) given.set(master_id, (given.get(master_id) ?? 0) + 1);
  return record.entries.map((entry) => ({ id: entry.id, side: Side.parse(entry.side), places: entry.places - (given.get(entry.id) ?? 0), wishes: entry.wishes }));
}

/** The market from which vacancies are filled: without those who left, without pairs that were given up. */
export const openPairingOf = (record: RoundRecord) =>
  pairingOf(wishersOf(record), { apart: record.pairs.filter((row) => row.state === 'declined').map(pairOf), left: declinedBy(record, 'pupil').map((row) => row.pupil_id) });

/** What the reasons of each pair stand on; undefined before the round is run. */
export function whyOf(record: RoundRecord): PairingRecord | undefined {
  if (!record.round.rule) return undefined;
  const pairing = pairingOf(wishersOf(record));
  return {
    pairing, placement: placementOf(pairing, livePairs(record)), rule: PairingRule.parse(record.round.rule), left: new Set(declinedBy(record, 'pupil').map((row) => row.pupil_id)),
    gaveUp: new Set(record.pairs.filter((row) => row.state === 'declined').map((row) => `${row.master_id} ${row.pupil_id}`)),
  };
}
