import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { figuresOf } from '#matching/domain/market.ts';
import { PairingRule, pairingOf, placeBy, rankedPairs, type Pairing } from '../domain/pairing.ts';
import type { pairingContract, ProposalView } from '../domain/pairingContract.ts';
import { Side } from '../domain/pairingPlan.ts';
import { entrantViews, roundView } from './entrantViews.ts';
import { entriesOf, findRound, type EntryRow } from './pairing.store.ts';

/** What each rule would give with the lists handed in so far; nothing is kept. */
export async function comparePairings(call: Call, { roundId }: { roundId: string }): Promise<Answer<Given<typeof pairingContract.comparePairings>>> {
  const round = await findRound(call, roundId);
  if (!round) return no('notFound');
  const entries = await entriesOf(call, roundId);
  const pairing = pairingOfEntries(entries);
  const entrants = [...(await entrantViews(call, round, entries)).values()];
  return yes({ round: roundView(call, round), entrants, proposals: PairingRule.options.map((rule) => proposalOf(rule, pairing)) });
}

/** The market that handed-in lists make before anybody is paired. */
export const pairingOfEntries = (entries: readonly EntryRow[]): Pairing =>
  pairingOf(entries.map(({ id, side, places, wishes }) => ({ id, side: Side.parse(side), places, wishes })));

function proposalOf(rule: PairingRule, pairing: Pairing): ProposalView {
  const placement = placeBy(rule, pairing);
  const { placed, firstWishes, meanWish, meanStanding } = figuresOf(pairing.market, placement);
  const { pairs, blocking } = rankedPairs(pairing, placement);
  const taken = new Set(pairs.map(({ masterId }) => masterId));
  return {
    rule, placed, firstWishes, meanWish, meanStanding, pairs, blocking,
    unplaced: pairing.pupils.filter((_, seeker) => placement[seeker]! < 0), idle: pairing.masters.filter((id) => !taken.has(id)),
  };
}
