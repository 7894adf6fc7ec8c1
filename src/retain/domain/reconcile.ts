import type { Named } from './standing.ts';

/** An entitlement kept for a person; what somebody confirmed or declined is theirs and no machine changes it. */
export type Kept = Named & { id: string; state: 'offered' | 'confirmed' | 'declined' };

const same = (one: Named, other: Named): boolean => one.policy === other.policy && one.version === other.version && one.result === other.result;

// A confirmed one is not asked for again by the next version of its policy; one declined is, since its terms are new.
const answered = (kept: Kept, named: Named): boolean => same(kept, named) || (kept.state === 'confirmed' && kept.policy === named.policy && kept.result === named.result);

/** What a new judgement changes: offers to add, and offers that no longer hold. Judging the same again changes nothing. */
export const reconcile = (kept: readonly Kept[], sure: readonly Named[]): { offer: Named[]; overtaken: string[] } => ({
  offer: sure.filter((named) => !kept.some((each) => answered(each, named))),
  overtaken: kept.filter((each) => each.state === 'offered' && !sure.some((named) => same(each, named))).map(({ id }) => id),
});
