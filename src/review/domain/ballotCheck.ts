import { ballotHash, CHOICES, sealOf, tokenHash, type Tally } from './ballot.ts';
import { hasQuorum, isOdd } from './ballotRule.ts';
import { compared, type Check } from './drawCheck.ts';

/** Recounts a published tally: every ballot spends one published token once, hashes, counts, outcomes and seal agree. */
export function recount(tally: Tally): Check[] {
  const again = sealOf(tally);
  return [
    compared('panelOdd', 'yes', isOdd(tally.rule.panelSize) ? 'yes' : 'no'),
    compared('quorum', 'yes', hasQuorum(tally.present, tally.rule.panelSize, tally.rule.quorum) ? 'yes' : 'no'),
    ...tally.motions.flatMap((motion) => motionChecks(tally, motion)),
    compared('outcomes', again.outcomes, tally.outcomes),
    compared('sealedHash', again.sealedHash, tally.sealedHash),
  ];
}

function motionChecks({ meeting, present }: Tally, motion: Tally['motions'][number]): Check[] {
  const spent = motion.ballots.map(({ token }) => tokenHash(meeting, motion.case, token));
  const known = spent.filter((hash) => motion.tokenHashes.includes(hash));
  const hashes = motion.ballots.map(({ token, choice }) => ballotHash(meeting, { case: motion.case, token, choice }));
  const mostEntitled = Math.min(present, new Set(motion.tokenHashes).size);
  return [
    compared(`tokens ${motion.case}`, mostEntitled, motion.tokenHashes.length),
    compared(`onceEach ${motion.case}`, motion.ballots.length, new Set(known).size),
    compared(`choices ${motion.case}`, motion.ballots.length, motion.ballots.filter(({ choice }) => CHOICES.includes(choice)).length),
    compared(`ballots ${motion.case}`, hashes.toSorted(), motion.ballots.map(({ hash }) => hash)),
  ];
}
