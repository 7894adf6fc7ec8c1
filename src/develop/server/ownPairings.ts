import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { EntrantView, OwnPairing, pairingContract } from '../domain/pairingContract.ts';
import { missedByMaster, missedByPupil } from '../domain/pairingWhy.ts';
import { barOf } from '../domain/pairingWishes.ts';
import { otherSide, Side } from '../domain/pairingPlan.ts';
import { entrantViews, roundView } from './entrantViews.ts';
import { entriesOfPerson, findRound, selectRounds, type EntryRow } from './pairing.store.ts';
import { entrantOf, isOpen, planOf, readRecord, whyOf, type RoundRecord } from './pairingRecord.ts';

/** My rounds as master or pupil, and rounds I may still enter. Nobody's list but my own is ever in it. */
export async function listOwnPairings(call: Call): Promise<Answer<Given<typeof pairingContract.listOwnPairings>>> {
  const own = call.actor.personId ? await entriesOfPerson(call, call.actor.personId) : [];
  const entries: OwnPairing[] = [];
  for (const entry of own) entries.push(...(await ownPairing(call, entry)));
  const open = (await selectRounds(call)).filter((round) => isOpen(call, round) && !own.some((entry) => entry.round_id === round.id && entry.side === 'pupil'));
  return yes({ open: call.actor.role === 'talent' ? open.map((round) => roundView(call, round)) : [], entries });
}

async function ownPairing(call: Call, entry: EntryRow): Promise<OwnPairing[]> {
  const round = await findRound(call, entry.round_id);
  if (!round) return [];
  const record = await readRecord(call, round);
  const open = isOpen(call, round);
  const shown = record.entries.filter((each) => each.id === entry.id || concerns(record, entry, each, open));
  const views = await entrantViews(call, round, shown);
  const side = Side.parse(entry.side);
  const view = views.get(entry.id);
  const plan = planOf(round);
  const known = (ids: readonly string[]) => ids.flatMap((id) => views.get(id) ?? []);
  return view ? [{
    round: roundView(call, round), entry: view, draft: entry.draft, handedIn: entry.wishes, handedInAt: entry.handed_in_at, wishesMost: side === 'master' ? plan.masterWishes : plan.pupilWishes,
    choices: open ? [...views.values()].filter((each) => each.side !== side) : [], wished: known([...new Set([...entry.wishes, ...entry.draft])]),
    pairs: pairsOfEntry(record, entry, views), missed: missedBy(record, entry, views),
  }] : [];
}

/** Whom an entry needs to see: while lists are taken all it may wish for, later only whom it wished for or was paired with. */
function concerns(record: RoundRecord, own: EntryRow, other: EntryRow, open: boolean): boolean {
  if (other.side !== otherSide(Side.parse(own.side))) return false;
  const wished = own.wishes.includes(other.id) || own.draft.includes(other.id) || record.pairs.some((pair) => [pair.master_id, pair.pupil_id].every((id) => id === own.id || id === other.id));
  return wished || (open && other.person_id !== own.person_id && barOf(planOf(record.round), entrantOf(own), entrantOf(other)) === undefined);
}

function pairsOfEntry({ pairs }: RoundRecord, entry: EntryRow, views: ReadonlyMap<string, EntrantView>): OwnPairing['pairs'] {
  return pairs.filter((pair) => pair.master_id === entry.id || pair.pupil_id === entry.id).flatMap((pair) => {
    const otherId = pair.master_id === entry.id ? pair.pupil_id : pair.master_id;
    const other = views.get(otherId);
    return other ? [{
      pairId: pair.id, state: pair.state as OwnPairing['pairs'][number]['state'], name: other.name, called: other.called, organisation: other.organisation, rank: entry.wishes.indexOf(otherId) + 1,
      madeBy: pair.made_by as 'run' | 'rematch', leftReason: pair.left_reason,
    }] : [];
  });
}

function missedBy(record: RoundRecord, entry: EntryRow, views: ReadonlyMap<string, EntrantView>): OwnPairing['missed'] {
  const why = whyOf(record);
  if (!why || entry.handed_in_at === null || why.left.has(entry.id)) return [];
  const missed = entry.side === 'pupil' ? missedByPupil(why, entry.id) : missedByMaster(why, entry.id);
  return missed.map(({ id, rank, reason }) => ({ called: views.get(id)?.called ?? '', name: views.get(id)?.name ?? '', rank, reason }));
}
