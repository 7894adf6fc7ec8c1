import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { calledOf, checkWishes, readWishLines } from '../domain/pairingWishes.ts';
import { changeEntry, entriesOf, findRound, handInLists, lockOwnEntry, lockRound, type EntryRow, type RoundRow } from './pairing.store.ts';
import { entrantOf, isOpen, lastDay, planOf } from './pairingRecord.ts';

type Asked = { entryId: string; wishes: string[] };

/** One's own entry while lists are taken. */
async function ownOpenEntry(call: Call, entryId: string): Promise<Answer<{ entry: EntryRow; round: RoundRow }>> {
  const entry = await lockOwnEntry(call, entryId);
  const round = entry && (await findRound(call, entry.round_id));
  if (!entry || !round) return no('notFound');
  if (!isOpen(call, round)) return no('wishesClosed', { params: { until: lastDay(round) } });
  return yes({ entry, round });
}

async function checked(call: Call, { entryId, wishes }: Asked): Promise<Answer<{ entry: EntryRow; round: RoundRow }>> {
  const own = await ownOpenEntry(call, entryId);
  if (!own.ok) return own;
  const { entry, round } = own.value;
  const entrants = new Map((await entriesOf(call, round.id)).map((each) => [each.id, entrantOf(each)]));
  const sound = checkWishes(planOf(round), entrantOf(entry), wishes, entrants);
  return sound.ok ? own : sound;
}

/** Keeps one's list as a draft; what was handed in stays as it is. */
export async function saveWishes(call: Call, asked: Asked): Promise<Answer<Done>> {
  const own = await checked(call, asked);
  if (!own.ok) return own;
  await changeEntry(call, asked.entryId, { draft: asked.wishes });
  return done;
}

/** Hands a list in; until the deadline a new one takes its place. */
export async function handInWishes(call: Call, asked: Asked): Promise<Answer<Done>> {
  const own = await checked(call, asked);
  if (!own.ok) return own;
  if (asked.wishes.length === 0) return no('wishesNone', { field: 'wishes' });
  await changeEntry(call, asked.entryId, { draft: asked.wishes, wishes: asked.wishes, handed_in_at: call.clock.now() });
  await audit(call, { act: 'pairing.handIn', subject: own.value.round.id, detail: { wishes: asked.wishes.length } });
  return done;
}

/** Lists told on paper, entered by the office; all of them or, with the first fault named, none. */
export async function enterWishLists(call: Call, { roundId, text }: { roundId: string; text: string }): Promise<Answer<{ lists: number }>> {
  const round = await lockRound(call, roundId);
  if (!round) return no('notFound');
  if (!isOpen(call, round)) return no('wishesClosed', { params: { until: lastDay(round) } });
  const entrants = new Map((await entriesOf(call, roundId)).map((entry) => [entry.id, entrantOf(entry)]));
  const lines = readWishLines(text, new Map([...entrants.values()].map((entrant) => [calledOf(entrant), entrant.id])));
  if (!lines.ok) return lines;
  for (const { line, own, wishes } of lines.value) {
    const entrant = entrants.get(own);
    const sound = entrant && checkWishes(planOf(round), entrant, wishes, entrants);
    if (sound && !sound.ok) return no('wishLine', { field: 'text', params: { line, why: call.say(`reason.${sound.reason}`, sound.detail?.params) } });
    if (wishes.length === 0) return no('wishLine', { field: 'text', params: { line, why: call.say('reason.wishesNone') } });
  }
  await handInLists(call, lines.value);
  await audit(call, { act: 'pairing.enterLists', subject: roundId, detail: { lists: lines.value.length } });
  return yes({ lists: lines.value.length });
}
