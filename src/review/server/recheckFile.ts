import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { canonical } from '#matching/domain/canonical.ts';
import { sealTally, type Ballot, type Choice, type Tally } from '../domain/ballot.ts';
import { recount } from '../domain/ballotCheck.ts';
import { recompute } from '../domain/scoreRecord.ts';
import { ballotsOf } from './ballot.store.ts';
import { agendaLineOf } from './meeting.store.ts';
import { officialMean } from './officialMean.ts';
import { openPanelOf, seatsOf } from './review.store.ts';
import { entryOf } from './round.store.ts';
import { publishedScores } from './scores.store.ts';
import { votesOf, type FoundVote } from './vote.store.ts';

/** What looking again found: whether it agrees with what was published, and the figures. */
export type Recheck = { what: 'ballots' | 'scores'; agrees: boolean; figures: Record<string, number | string> };

/** Looks again at a file's result: the ballots are counted anew from their rows, or the scores added up anew from their marks. */
export async function recheckFile(call: Call, { subject, what }: { subject: string; what: Recheck['what'] }): Promise<Answer<Recheck>> {
  const found = what === 'ballots' ? await recountBallots(call, subject) : await recalculate(call, subject);
  if (!found) return no(what === 'ballots' ? 'nothingVoted' : 'nothingScored');
  await audit(call, { act: 'round.recheck', subject, detail: { what, agrees: found.agrees } });
  return yes(found);
}

async function recountBallots(call: Call, subject: string): Promise<Recheck | undefined> {
  const line = await agendaLineOf(call, subject);
  const vote = line && (await votesOf(call, line.meeting_id)).findLast(({ tally }) => tally?.motions.some((motion) => motion.case === String(line.number)));
  if (!line || !vote?.tally) return undefined;
  const again = await tallyAgain(call, vote, vote.tally);
  const outcome = again.outcomes.find((each) => each.case === String(line.number));
  const agrees = recount(vote.tally).every(({ ok }) => ok) && again.sealedHash === vote.tally.sealedHash && outcome?.outcome === line.outcome;
  return { what: 'ballots', agrees, figures: { yes: outcome?.yes ?? 0, no: outcome?.no ?? 0, abstain: outcome?.abstain ?? 0, entitled: outcome?.entitled ?? 0, sealedHash: again.sealedHash } };
}

async function tallyAgain(call: Call, vote: FoundVote, { meeting, rule, present, motions }: Tally): Promise<Tally> {
  const ballots = (await ballotsOf(call, vote)).map(({ number, token, choice }): Ballot => ({ case: String(number), token, choice: choice as Choice }));
  return sealTally(meeting, rule, present, motions.map(({ case: name, tokenHashes }) => ({ case: name, tokenHashes })), ballots);
}

async function recalculate(call: Call, subject: string): Promise<Recheck | undefined> {
  const panel = await openPanelOf(call, subject);
  const seats = panel ? (await seatsOf(call, panel.id)).filter(({ score_tenths }) => score_tenths !== null) : [];
  if (!panel || seats.length === 0) return undefined;
  const added = seats.map(({ marks }) => Object.values((marks ?? {}) as Record<string, number>).reduce((sum, tenths) => sum + tenths, 0));
  const addsUp = seats.every(({ score_tenths }, index) => score_tenths === added[index]);
  const entry = await entryOf(call, subject);
  const published = entry && (await publishedScores(call, entry.review_round_id));
  const recorded = published?.record.scores.filter(({ file }) => file === String(entry?.number)).map(({ tenths }) => tenths).sort();
  const asPublished = !published || (canonical(recorded ?? []) === canonical(added.toSorted()) && recompute(published.record).every(({ ok }) => ok));
  const mean = added.reduce((sum, tenths) => sum + tenths, 0) / added.length;
  const official = await officialMean(call, subject);
  return { what: 'scores', agrees: addsUp && asPublished, figures: { scores: added.length, raw: Math.floor(mean) / 10, official: (official?.tenths ?? 0) / 10 } };
}
