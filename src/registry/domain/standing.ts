import type { FactKind } from './factKind.ts';
import { rankOf, type Weighed } from './factTimeline.ts';
import { ownRegister } from './keywords.ts';

const authorityRank = rankOf({ source: 'authority', verifiedAs: null });
const institutionRank = rankOf({ source: 'institution', verifiedAs: null });

/** Does a fact stand on its authority's word, as the dictionary names authorities? What the institution's own register holds needs only the institution. */
export const isAuthoritative = (kind: Pick<FactKind, 'authorities'>, fact: Weighed): boolean =>
  rankOf(fact) >= (kind.authorities.includes(ownRegister) ? institutionRank : authorityRank);
