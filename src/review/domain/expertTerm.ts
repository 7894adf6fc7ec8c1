/** A term in the pool, first and last day. */
export type Term = { from: string; to: string };

/** Years a term lasts at most (人社部令第40号). */
export const longestTerm = 3;

/** The last day a term that begins on this day may have. */
export const latestEnd = ({ from }: Pick<Term, 'from'>): string => `${Number(from.slice(0, 4)) + longestTerm}${from.slice(4)}`;

/** Why a term cannot be given: it ends before it begins, lasts too long, or does not come after the one before. */
export function termFault(term: Term, before?: Term): 'expertTerm' | 'termOverlaps' | undefined {
  if (term.to <= term.from || term.to > latestEnd(term)) return 'expertTerm';
  return before && term.from <= before.to ? 'termOverlaps' : undefined;
}

/** Where an expert stands on a day. */
export type Standing = 'serving' | 'away' | 'waiting' | 'ended' | 'left';
export const standings: readonly Standing[] = ['serving', 'away', 'waiting', 'ended', 'left'];

/** The term that counts on a day: the running one, else the next, else the last. */
export const termOn = (today: string, terms: readonly Term[]): Term | undefined =>
  terms.find(({ from, to }) => from <= today && today <= to) ?? terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)).find(({ from }) => from > today) ?? terms.toSorted((a, b) => (a.to < b.to ? 1 : -1))[0];

/** Who may be invited serves; everybody else says why not. */
export function standingOn(today: string, { terms, leftOn, away }: { terms: readonly Term[]; leftOn: string | null; away: readonly Term[] }): Standing {
  if (leftOn !== null && leftOn <= today) return 'left';
  const term = termOn(today, terms);
  if (!term || term.to < today) return 'ended';
  if (term.from > today) return 'waiting';
  return away.some(({ from, to }) => from <= today && today <= to) ? 'away' : 'serving';
}

/** A seat as promptness counts it: instants in milliseconds; null where nothing was handed in. */
export type Answered = { invitedAt: number; dueAt: number; scoredAt: number | null; state: string };

/** How reliably somebody hands in: whole percent in time of all that fell due, and the median of days taken, in tenths; null where nothing fell due yet. */
export function promptnessOf(seats: readonly Answered[], now: number): { due: number; inTime: number; medianTenths: number | null } {
  const counted = seats.filter(({ state, dueAt }) => state === 'scored' || state === 'released' || (state === 'invited' && dueAt <= now));
  const taken = counted.flatMap(({ scoredAt, invitedAt }) => (scoredAt === null ? [] : [Math.round((scoredAt - invitedAt) / tenthOfDay)])).toSorted((a, b) => a - b);
  const inTime = counted.filter(({ scoredAt, dueAt }) => scoredAt !== null && scoredAt < dueAt).length;
  return { due: counted.length, inTime, medianTenths: medianOf(taken) };
}

const tenthOfDay = 8_640_000;

function medianOf(sorted: readonly number[]): number | null {
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 ? upper : Math.round(((sorted[half - 1] ?? upper) + upper) / 2);
}
