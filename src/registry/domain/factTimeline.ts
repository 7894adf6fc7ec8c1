import type { FactValue } from './factKind.ts';

/** Where a fact comes from. */
export type FactSource = 'authority' | 'institution' | 'import' | 'self';

/** A dated fact of one person. `to` is exclusive; a superseded fact is kept but no longer in force. */
export type FactRecord = {
  factId: string;
  kind: string;
  value: FactValue;
  source: FactSource;
  evidence: string;
  from: string;
  to: string | null;
  recordedAt: Date;
  /** Weight given by somebody who checked the evidence: an institution's or, for the bureau, an authority's. */
  verifiedAs: 'authority' | 'institution' | null;
  supersededBy: string | null;
};

const rankOfSource: Record<FactSource, number> = { authority: 3, institution: 2, import: 2, self: 1 };

/** What a fact's weight depends on. */
export type Weighed = Pick<FactRecord, 'source' | 'verifiedAs'>;

/** How much a fact weighs: an authority's above an institution's above a person's own word; verification lifts it to the verifier's weight. */
export const rankOf = ({ source, verifiedAs }: Weighed): number => Math.max(rankOfSource[source], verifiedAs ? rankOfSource[verifiedAs] : 0);

const held = (fact: FactRecord, date: string): boolean => fact.supersededBy === null && fact.from <= date && (fact.to === null || date < fact.to);

/** The fact of a kind that holds on a day: by weight, then by the later start, then by the later entry. */
export const inForceOn = (facts: readonly FactRecord[], date: string): FactRecord | undefined => facts.filter((fact) => held(fact, date)).toSorted(byWeight)[0];

const byWeight = (a: FactRecord, b: FactRecord): number =>
  rankOf(b) - rankOf(a) || b.from.localeCompare(a.from) || b.recordedAt.getTime() - a.recordedAt.getTime() || b.factId.localeCompare(a.factId);

/** The facts in force on a day, one for each kind. */
export function factsInForce(facts: readonly FactRecord[], date: string): Map<string, FactRecord> {
  const byKind = Map.groupBy(facts, (fact) => fact.kind);
  return new Map([...byKind].flatMap(([kind, those]) => {
    const found = inForceOn(those, date);
    return found ? [[kind, found] as const] : [];
  }));
}

/** Does a new fact take the place of an old one at once? A weaker source only claims; somebody must verify it. */
export const supersedesAtOnce = (old: Weighed, fresh: Weighed): boolean => rankOf(fresh) >= rankOf(old);

/** Own claims that wait for verification although something else is in force. */
export const openClaims = (facts: readonly FactRecord[], date: string): FactRecord[] => {
  const inForce = factsInForce(facts, date);
  return facts.filter((fact) => fact.supersededBy === null && fact.verifiedAs === null && fact.source === 'self' && inForce.get(fact.kind)?.factId !== fact.factId);
};
