/** A part of a whole as two whole numbers: two thirds are { need: 2, of: 3 }. */
export type Share = { need: number; of: number };

/** How a meeting votes; the figures come from the policy, never from here. `passAtMost` caps how many of the cases may pass. */
export type BallotRule = { panelSize: number; quorum: Share; pass: Share; passBase: 'entitled' | 'cast'; passAtMost?: Share };

/** How the votes on one case fell; `entitled` is the present members who need not recuse themselves. */
export type Count = { case: string; yes: number; no: number; abstain: number; entitled: number };

/** A count and what follows from it; tied means the cap cuts through equal counts and another ballot must decide. */
export type Outcome = Count & { outcome: 'passed' | 'failed' | 'tied' };

/** Whether so many votes of a base reach a share, without ever dividing. */
export const reaches = (votes: number, base: number, share: Share): boolean => base > 0 && votes * share.of >= base * share.need;

/** Whether enough of the panel is present. */
export const hasQuorum = (present: number, panelSize: number, share: Share): boolean => present <= panelSize && reaches(present, panelSize, share);

/** Whether a panel can never split evenly when all vote. */
export const isOdd = (size: number): boolean => size % 2 === 1;

/** What the votes decide: the share first, then the cap over all cases of the meeting, most yes votes first. */
export function outcomesOf(rule: BallotRule, counts: readonly Count[]): Outcome[] {
  const strong = counts.filter((count) => reaches(count.yes, baseOf(rule, count), rule.pass));
  const places = rule.passAtMost ? Math.floor((counts.length * rule.passAtMost.need) / rule.passAtMost.of) : counts.length;
  const votes = strong.map((count) => count.yes).sort((one, other) => other - one);
  const lastIn = votes.length > places ? votes[places - 1] : -1;
  const firstOut = votes.length > places ? votes[places] : -1;
  return counts.map((count) => {
    if (!strong.includes(count) || lastIn === undefined || firstOut === undefined) return { ...count, outcome: 'failed' };
    if (count.yes > firstOut) return { ...count, outcome: 'passed' };
    return { ...count, outcome: count.yes === lastIn ? 'tied' : 'failed' };
  });
}

const baseOf = (rule: BallotRule, { yes, no, abstain, entitled }: Count) => (rule.passBase === 'entitled' ? entitled : yes + no + abstain);
