import type { FactKinds } from './factKind.ts';
import { procedureGroup } from './keywords.ts';
import { rankOf, type FactRecord } from './factTimeline.ts';

/** How well a group of facts is known: by an authority, by an institution, by own word or not at all. */
export type GroupStanding = { group: string; standing: 'authority' | 'institution' | 'self' | 'missing' };

/** How complete a file is: `percent` is over the kinds that count, `missing` names those without a fact in force. */
export type Completeness = { percent: number; filled: number; total: number; verified: number; groups: GroupStanding[]; missing: string[] };

/** Judges a file by the facts in force; `known` are kinds held outside the fact table, such as the name. */
export function completenessOf({ kinds }: FactKinds, inForce: ReadonlyMap<string, FactRecord>, known: readonly string[]): Completeness {
  const counted = [...kinds.values()].filter((kind) => kind.counts);
  const has = (name: string) => inForce.has(name) || known.includes(name);
  const missing = counted.filter((kind) => !has(kind.name)).map((kind) => kind.name);
  const filled = counted.length - missing.length;
  const verified = counted.filter((kind) => known.includes(kind.name) || rankOf(inForce.get(kind.name) ?? { source: 'self', verifiedAs: null }) > 1).length;
  const groups = [...Map.groupBy(kinds.values(), (kind) => kind.group)].filter(([group]) => group !== procedureGroup).map(([group, members]) => {
    const ranks = members.flatMap((kind) => (known.includes(kind.name) ? [3] : inForce.has(kind.name) ? [rankOf(inForce.get(kind.name)!)] : []));
    return { group, standing: standingOf(ranks, members.some((kind) => kind.counts && !has(kind.name))) };
  });
  return { percent: counted.length ? Math.floor((100 * filled) / counted.length) : 100, filled, total: counted.length, verified, groups, missing };
}

function standingOf(ranks: number[], gap: boolean): GroupStanding['standing'] {
  if (gap || ranks.length === 0) return 'missing';
  const lowest = Math.min(...ranks);
  return lowest >= 3 ? 'authority' : lowest === 2 ? 'institution' : 'self';
}
