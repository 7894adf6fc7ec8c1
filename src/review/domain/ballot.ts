import { canonical } from '#matching/domain/canonical.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { hasQuorum, isOdd, outcomesOf, type BallotRule, type Outcome } from './ballotRule.ts';

/** What a ballot may say. */
export const CHOICES = ['yes', 'no', 'abstain'] as const;
/** One of the things a ballot may say. */
export type Choice = (typeof CHOICES)[number];

/** One case to vote on, with the hashes of its one-time tokens; published, sorted, before voting opens. */
export type Motion = { case: string; tokenHashes: string[] };
/** A vote as it leaves a member's phone: nothing in it says whose it is. */
export type Ballot = { case: string; token: string; choice: Choice };
/** A published vote; its hash is the receipt by which the voter finds it. */
export type CountedBallot = { token: string; choice: Choice; hash: string };

/** The published result of a meeting's secret vote: anybody recounts it, each member finds his own ballots. */
export type Tally = {
  version: 'xinglin-ballot-1';
  meeting: string;
  rule: BallotRule;
  present: number;
  motions: (Motion & { ballots: CountedBallot[] })[];
  outcomes: Outcome[];
  sealedHash: string;
};

/** What is stored and published of a token; the token itself is made on a member's phone and leaves it only inside a ballot. */
export const tokenHash = (meeting: string, caseId: string, token: string): string =>
  sha256Hex(canonical(['token', meeting, caseId, token]));

/** The receipt of a ballot. */
export const ballotHash = (meeting: string, ballot: Ballot): string =>
  sha256Hex(canonical(['ballot', meeting, ballot.case, ballot.token, ballot.choice]));

/** Opens the vote: an odd panel with quorum, and for each case the hash of one token for each present member who need not recuse himself. */
export function openMotions(
  meeting: string, rule: BallotRule, present: readonly string[],
  cases: readonly { case: string; recused: readonly string[] }[], tokenHashes: Readonly<Record<string, readonly string[]>>,
): Answer<Motion[]> {
  if (!isOdd(rule.panelSize)) return no('panelNotOdd', { params: { size: rule.panelSize } });
  const there = new Set(present).size;
  if (!hasQuorum(there, rule.panelSize, rule.quorum)) return no('noQuorum', { params: { present: there, size: rule.panelSize } });
  const motions: Motion[] = [];
  for (const motion of cases) {
    const entitled = [...new Set(present)].filter((member) => !motion.recused.includes(member)).length;
    const given = new Set(tokenHashes[motion.case]);
    if (given.size !== entitled) return no('tokensMiscounted', { params: { case: motion.case, tokens: given.size, entitled } });
    motions.push({ case: motion.case, tokenHashes: [...given].sort() });
  }
  return yes(motions);
}

/** Takes a ballot once: its token must be one of the published ones and not spent yet. */
export function acceptBallot(meeting: string, motion: Motion, spent: readonly string[], ballot: Ballot): Answer<{ receipt: string; tokenHash: string }> {
  const hash = tokenHash(meeting, ballot.case, ballot.token);
  if (ballot.case !== motion.case || !motion.tokenHashes.includes(hash)) return no('tokenUnknown');
  if (spent.includes(hash)) return no('tokenUsed');
  if (!CHOICES.includes(ballot.choice)) return no('choiceUnknown', { field: 'choice' });
  return yes({ receipt: ballotHash(meeting, ballot), tokenHash: hash });
}

/** Closes the vote: ballots in the order of their hashes, counts, outcomes, and one hash over all of it. */
export function sealTally(meeting: string, rule: BallotRule, present: number, motions: readonly Motion[], ballots: readonly Ballot[]): Tally {
  const opened = motions.map((motion) => ({ ...motion, ballots: countedBallots(meeting, motion.case, ballots) }));
  return sealOf({ version: 'xinglin-ballot-1', meeting, rule, present, motions: opened });
}

/** The outcomes and the seal of opened ballots: the same for the one who publishes and for the one who recounts. */
export function sealOf(opened: Omit<Tally, 'outcomes' | 'sealedHash'>): Tally {
  const outcomes = outcomesOf(opened.rule, opened.motions.map((motion) => countOf(motion)));
  const unsealed = { version: opened.version, meeting: opened.meeting, rule: opened.rule, present: opened.present, motions: opened.motions, outcomes };
  return { ...unsealed, sealedHash: sha256Hex(canonical(unsealed)) };
}

function countedBallots(meeting: string, caseId: string, ballots: readonly Ballot[]): CountedBallot[] {
  return ballots.filter((ballot) => ballot.case === caseId)
    .map((ballot) => ({ token: ballot.token, choice: ballot.choice, hash: ballotHash(meeting, ballot) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1));
}

function countOf(motion: Tally['motions'][number]) {
  const votes = (choice: Choice) => motion.ballots.filter((ballot) => ballot.choice === choice).length;
  return { case: motion.case, yes: votes('yes'), no: votes('no'), abstain: votes('abstain'), entitled: motion.tokenHashes.length };
}
