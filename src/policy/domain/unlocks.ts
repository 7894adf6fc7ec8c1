/** How many open questions hang on one missing fact: on it alone, and on it among others. */
export type Unlock = { fact: string; alone: number; among: number };

/** Ranks missing facts by how many unknown results each would settle; one entry of what is missing a person and result. */
export function unlocks(missing: readonly (readonly string[])[]): Unlock[] {
  const ranked = new Map<string, Unlock>();
  for (const facts of missing) {
    for (const fact of facts) {
      const unlock = ranked.get(fact) ?? { fact, alone: 0, among: 0 };
      if (facts.length === 1) unlock.alone += 1;
      else unlock.among += 1;
      ranked.set(fact, unlock);
    }
  }
  return [...ranked.values()].sort((a, b) => b.alone - a.alone || b.among - a.among);
}
