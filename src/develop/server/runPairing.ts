import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { pairsOf, placeBy, type PairingRule } from '../domain/pairing.ts';
import { pairingOfEntries } from './comparePairings.ts';
import { changeRound, entriesOf, lockRound, type EntryRow } from './pairing.store.ts';
import { isOpen, lastDay } from './pairingRecord.ts';
import { startPairs } from './startPairs.ts';
import { tellPeople } from './tellPeople.ts';

type Asked = { roundId: string; rule: PairingRule; reason: string };

/** Makes the pairs by the rule the office chose, once, after the deadline; everybody in the round is told. */
export async function runPairing(call: Call, { roundId, rule, reason }: Asked): Promise<Answer<{ pairs: number }>> {
  const round = await lockRound(call, roundId);
  if (!round) return no('notFound');
  if (round.run_at) return no('pairingRun');
  if (isOpen(call, round)) return no('wishesStillOpen', { params: { until: lastDay(round) } });
  const entries = await entriesOf(call, roundId);
  const pairing = pairingOfEntries(entries);
  const pairs = pairsOf(pairing, placeBy(rule, pairing));
  if (pairs.length === 0) return no('pairingNobody');
  await changeRound(call, roundId, { rule, reason, run_at: call.clock.now() });
  await startPairs(call, { round, entries, pairs, madeBy: 'run' });
  await tellOutcome(call, round.title, entries, pairs);
  await audit(call, { act: 'pairing.run', subject: roundId, detail: { rule, pairs: pairs.length } });
  return yes({ pairs: pairs.length });
}

async function tellOutcome(call: Call, title: string, entries: readonly EntryRow[], pairs: readonly { masterId: string; pupilId: string }[]): Promise<void> {
  const paired = new Set(pairs.flatMap(({ masterId, pupilId }) => [masterId, pupilId]));
  await tellPeople(call, entries.map((entry) => ({ personId: entry.person_id, title: call.say('pairing.told.title', { title }), body: call.say(paired.has(entry.id) ? 'pairing.told.paired' : 'pairing.told.alone') })));
}
