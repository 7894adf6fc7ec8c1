import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import type { EntrantView, pairingContract, PairRow } from '../domain/pairingContract.ts';
import { entrantViews, roundView } from './entrantViews.ts';
import { meetingsOf } from './pairLife.store.ts';
import { findRound, selectRounds, type PairRecord } from './pairing.store.ts';
import { pairingPlansOf } from './pairingPlans.ts';
import { readRecord, waitingDeclines, type RoundRecord } from './pairingRecord.ts';

/** Rounds, newest first, and the plans of the region. */
export async function listPairings(call: Call): Promise<Answer<Given<typeof pairingContract.listPairings>>> {
  const rounds = await selectRounds(call);
  return yes({ plans: pairingPlansOf(call.region), rounds: rounds.map((round) => ({ ...roundView(call, round), masters: round.masters, pupils: round.pupils, pairs: round.pairs })) });
}

/** A round with everybody in it. What is on a list stays with its owner until the office compares proposals. */
export async function viewPairing(call: Call, { roundId }: { roundId: string }): Promise<Answer<Given<typeof pairingContract.viewPairing>>> {
  const round = await findRound(call, roundId);
  if (!round) return no('notFound');
  const record = await readRecord(call, round);
  const views = await entrantViews(call, round, record.entries);
  const entrants = record.entries.flatMap((entry) => {
    const view = views.get(entry.id);
    return view ? [{ ...view, personId: entry.person_id, chief: entry.chief, handedIn: entry.handed_in_at !== null, wishes: entry.wishes.length }] : [];
  });
  return yes({ round: roundView(call, round), entrants, waiting: waitingDeclines(record).length });
}

/** The pairs of a round, those that were left after those that live. */
export async function listPairs(call: Call, { roundId }: { roundId: string }): Promise<Answer<Given<typeof pairingContract.listPairs>>> {
  const round = await findRound(call, roundId);
  if (!round) return no('notFound');
  const record = await readRecord(call, round);
  const views = await entrantViews(call, round, record.entries);
  const meetings = Map.groupBy(await meetingsOf(call, record.pairs.map(({ id }) => id)), (meeting) => meeting.pair_id);
  const rows = record.pairs.flatMap((pair) => rowOf(record, pair, views, meetings.get(pair.id)?.length ?? 0));
  return yes({ round: roundView(call, round), rows: rows.toSorted((one, other) => orderOf(one) - orderOf(other) || (one.master.called < other.master.called ? -1 : 1)) });
}

const orderOf = ({ state }: PairRow): number => ['live', 'ended', 'declined', 'moved'].indexOf(state);

function rowOf(record: RoundRecord, pair: PairRecord, views: ReadonlyMap<string, EntrantView>, meetings: number): PairRow[] {
  const master = views.get(pair.master_id);
  const pupil = views.get(pair.pupil_id);
  const wishesOf = (id: string) => record.entries.find((entry) => entry.id === id)?.wishes ?? [];
  return master && pupil ? [{
    pairId: pair.id, state: pair.state as PairRow['state'], madeBy: pair.made_by as PairRow['madeBy'], madeOn: dayOf(pair.made_at), master, pupil, meetings,
    wish: wishesOf(pair.pupil_id).indexOf(pair.master_id) + 1, standing: wishesOf(pair.master_id).indexOf(pair.pupil_id) + 1,
    leftBy: pair.left_by as PairRow['leftBy'], leftReason: pair.left_reason, result: pair.result, waiting: pair.state === 'declined' && pair.refilled_at === null,
  }] : [];
}
