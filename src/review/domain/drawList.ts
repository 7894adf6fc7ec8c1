import type { DrawInput } from './draw.ts';
import type { RoundRules } from './roundRules.ts';

/** The three parties of a draw, in the order in which their numbers enter the seed. */
export const drawParties = ['personnel', 'discipline', 'applicants'] as const;
export type DrawParty = (typeof drawParties)[number];

/** An expert who could be listed; the institution is a short public word. */
export type Listed = { expertId: string; institution: string; external: boolean };

/** What the list of a draw is made from. `barred` gives the kinds of conflict of those who may not be listed. */
export type ListAsk = {
  draw: string; purpose: string; external: string; rules: RoundRules; experts: readonly Listed[]; barred: ReadonlyMap<string, readonly string[]>;
};

/** The published input of a draw, and who each of its numbers is. */
export type DrawList = { input: DrawInput; numbers: ReadonlyMap<string, string> };

/**
 * The list as it is published: experts by number, never by name; those barred stand apart with the reason, so that
 * nobody is left out in silence. At most so many of one institution, at least so many from outside.
 */
export function drawListOf({ draw, purpose, external, rules, experts, barred }: ListAsk): DrawList {
  const numbers = new Map(experts.toSorted(byId).map(({ expertId }, index) => [expertId, `E${String(index + 1).padStart(3, '0')}`]));
  const numberOf = ({ expertId }: Listed) => numbers.get(expertId) ?? '';
  const free = experts.toSorted(byId).filter(({ expertId }) => !barred.has(expertId));
  const groups = [...new Set(free.map(institutionGroup))].toSorted();
  const input: DrawInput = {
    draw, purpose, external, seats: rules.meeting?.size ?? 0, substitutes: rules.meeting?.substitutes ?? 0,
    pool: free.map((expert) => ({ id: numberOf(expert), groups: [institutionGroup(expert), ...(expert.external ? [outside] : [])] })),
    limits: [
      ...groups.map((group) => ({ group, atLeast: 0, atMost: rules.perInstitution })),
      ...(rules.external > 0 ? [{ group: outside, atLeast: rules.external, atMost: rules.meeting?.size ?? 0 }] : []),
    ],
    apart: [], recused: experts.toSorted(byId).filter(({ expertId }) => barred.has(expertId)).map((expert) => ({ id: numberOf(expert), reason: [...new Set(barred.get(expert.expertId))].toSorted().join('+') })),
    parties: [...drawParties],
  };
  return { input, numbers };
}

const outside = 'external';
const byId = (one: Listed, other: Listed) => (one.expertId < other.expertId ? -1 : 1);

// An institution with experts of both sorts makes two groups, so that the limits stay nested or apart.
const institutionGroup = ({ institution, external }: Listed) => `institution:${institution}${external ? ':external' : ''}`;
