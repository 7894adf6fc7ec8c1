import { sameValue } from './sameValue.ts';
import { inForceOn, rankOf, supersedesAtOnce, type FactRecord, type FactSource } from './factTimeline.ts';
import type { FactValue } from './factKind.ts';

/** A fact that has just been told; without `from` it holds as far back as anybody asks, or from today when it changes what was known. */
export type ToldFact = {
  kind: string;
  value: FactValue;
  from?: string | undefined;
  to?: string | undefined;
  source: FactSource;
  evidence: string;
  verifiedAs: FactRecord['verifiedAs'];
};

/** A fact to write down and the older ones whose place it takes. */
export type PlannedFact = ToldFact & { from: string; supersedes: string[] };

/** The day from which a fact holds when nobody knows since when. */
export const sinceEver = '1900-01-01';

/** What to write for a told fact, given the same person's older facts of its kind; undefined when it tells nothing new. */
export function planFact(older: readonly FactRecord[], told: ToldFact, today: string): PlannedFact | undefined {
  const current = inForceOn(older, today);
  const same = current !== undefined && sameValue(current.value, told.value) && rankOf(current) >= rankOf(told);
  if (same && (told.from === undefined || told.from >= current.from) && told.to === undefined) return undefined;
  const from = told.from ?? (current ? today : sinceEver);
  return { ...told, from, supersedes: outdated(older, told, from) };
}

/** What to write for a correction: it stands in the place of what is in force, from the same day unless another is named. */
export function planCorrection(older: readonly FactRecord[], told: ToldFact, today: string): PlannedFact {
  const current = inForceOn(older, today);
  const from = told.from ?? current?.from ?? sinceEver;
  const replaced = current && supersedesAtOnce(current, told) ? [current.factId] : [];
  return { ...told, from, supersedes: [...new Set([...replaced, ...outdated(older, told, from)])] };
}

/** The older facts that a fact of this weight, holding from this day, leaves nothing of. */
export const outdated = (older: readonly FactRecord[], fresh: Pick<ToldFact, 'source' | 'verifiedAs' | 'to'>, from: string): string[] =>
  older.filter((fact) => fact.supersededBy === null && fact.from >= from && !fresh.to && supersedesAtOnce(fact, fresh)).map((fact) => fact.factId);
