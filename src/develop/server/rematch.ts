import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { rematch, type Pair, type PairingMove } from '../domain/pairing.ts';
import type { EntrantView, pairingContract } from '../domain/pairingContract.ts';
import { entrantViews } from './entrantViews.ts';
import { ownPair } from './ownSide.ts';
import { changePair, findRound, leaveAsMoved, lockRound, markRefilled } from './pairing.store.ts';
import { livePairs, openPairingOf, readRecord, waitingDeclines, type RoundRecord } from './pairingRecord.ts';
import { endTie, startPairs } from './startPairs.ts';
import { tellPeople } from './tellPeople.ts';

/** Leaves a pair: a pupil leaves the round, a master gives the place up. The office then fills what became free. */
export async function declinePair(call: Call, { pairId, reason }: { pairId: string; reason: string }): Promise<Answer<Done>> {
  const own = await ownPair(call, pairId);
  if (!own) return no('notFound');
  await lockRound(call, own.pair.round_id);
  if ((await ownPair(call, pairId))?.pair.state !== 'live') return no('pairNotLive');
  await changePair(call, pairId, { state: 'declined', left_at: call.clock.now(), left_by: own.side, left_reason: reason });
  await endTie(call, own.pair, own.pair.master_person_id, own.pair.pupil_person_id);
  await tellPeople(call, [{
    personId: own.side === 'master' ? own.pair.pupil_person_id : own.pair.master_person_id, title: call.say('pairing.told.leftTitle'), body: call.say('pairing.told.left'),
  }]);
  await audit(call, { act: 'pairing.decline', subject: pairId, detail: { by: own.side } });
  return done;
}

/** Every move that the waiting declines lead to, one decline after another, and the pairs as they then stand. */
function movesOf(record: RoundRecord): { moves: PairingMove[]; pairs: Pair[] } {
  const pairing = openPairingOf(record);
  let pairs = livePairs(record);
  const moves: PairingMove[] = [];
  for (const decline of waitingDeclines(record)) {
    const following = rematch(pairing, pairs, decline);
    const moved = new Map(following.map(({ pupilId, to }) => [pupilId, to]));
    pairs = [...pairs.filter(({ pupilId }) => !moved.has(pupilId)), ...[...moved].map(([pupilId, masterId]) => ({ pupilId, masterId }))];
    moves.push(...following);
  }
  return { moves: joined(moves), pairs };
}

/** Somebody who moves twice is told once: from where he was to where he ends. */
function joined(moves: readonly PairingMove[]): PairingMove[] {
  const byPupil = new Map<string, PairingMove>();
  for (const move of moves) byPupil.set(move.pupilId, { ...move, from: byPupil.has(move.pupilId) ? byPupil.get(move.pupilId)?.from : move.from });
  return [...byPupil.values()];
}

/** Who would move after the declines that wait; nothing is kept. */
export async function previewRematch(call: Call, { roundId }: { roundId: string }): Promise<Answer<Given<typeof pairingContract.previewRematch>>> {
  const round = await findRound(call, roundId);
  if (!round?.run_at) return no('notFound');
  const record = await readRecord(call, round);
  const views = await entrantViews(call, round, record.entries);
  const { moves, pairs } = movesOf(record);
  const wishes = new Map(record.entries.map((entry) => [entry.id, entry.wishes]));
  const wish = (pupilId: string, masterId: string) => (wishes.get(pupilId) ?? []).indexOf(masterId) + 1;
  return yes({
    declined: waitingDeclines(record).map(({ masterId, pupilId, by, row }) => ({ pairId: row.id, master: viewed(views, masterId), pupil: viewed(views, pupilId), by, reason: row.left_reason })),
    moves: moves.map(({ pupilId, from, to }) => ({
      pupil: viewed(views, pupilId), from: from === undefined ? null : viewed(views, from), to: viewed(views, to), wishBefore: from === undefined ? null : wish(pupilId, from), wishAfter: wish(pupilId, to),
    })),
    stay: pairs.length - moves.length,
  });
}

const viewed = (views: ReadonlyMap<string, EntrantView>, id: string): EntrantView => views.get(id) ?? { entryId: id, called: '', side: 'pupil', name: '', organisation: '', title: '', fields: [], places: 0 };

/** Fills what declines left, exactly as previewed; `seen` are the declines the office saw. */
export async function rematchPairing(call: Call, { roundId, seen }: { roundId: string; seen: string[] }): Promise<Answer<{ moved: number }>> {
  const round = await lockRound(call, roundId);
  if (!round?.run_at) return no('notFound');
  const record = await readRecord(call, round);
  const waiting = waitingDeclines(record);
  if (waiting.length === 0) return no('nothingDeclined');
  if (waiting.length !== seen.length || waiting.some(({ row }) => !seen.includes(row.id))) return no('declinedMeanwhile');
  const { moves } = movesOf(record);
  const moved = new Set(moves.map(({ pupilId }) => pupilId));
  const left = record.pairs.filter((row) => row.state === 'live' && moved.has(row.pupil_id));
  await leaveAsMoved(call, left.map((row) => row.id));
  const personOf = new Map(record.entries.map(({ id, person_id }) => [id, person_id]));
  for (const row of left) await endTie(call, row, personOf.get(row.master_id) ?? '', personOf.get(row.pupil_id) ?? '');
  await startPairs(call, { round, entries: record.entries, pairs: moves.map(({ pupilId, to }) => ({ pupilId, masterId: to })), madeBy: 'rematch' });
  await markRefilled(call, waiting.map(({ row }) => row.id));
  await tellMoved(call, record, moves);
  await audit(call, { act: 'pairing.rematch', subject: roundId, detail: { declined: waiting.length, moved: moves.length } });
  return yes({ moved: moves.length });
}

async function tellMoved(call: Call, { entries, round }: RoundRecord, moves: readonly PairingMove[]): Promise<void> {
  const concerned = new Set(moves.flatMap(({ pupilId, from, to }) => [pupilId, to, ...(from === undefined ? [] : [from])]));
  const title = call.say('pairing.told.title', { title: round.title });
  await tellPeople(call, entries.filter(({ id }) => concerned.has(id)).map((entry) => ({ personId: entry.person_id, title, body: call.say('pairing.told.moved') })));
}
