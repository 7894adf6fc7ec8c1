/** A time somebody worked at an institution; `to` is open while it lasts. */
export type Employed = { personId: string; organisationId: string; from: string; to: string | null };

export type ConflictKind = 'samePerson' | 'sameInstitution' | 'recentInstitution' | 'mentor' | 'coAuthor' | 'relative' | 'interest';

/** Why somebody may not judge somebody, and whence that is known. */
export type Conflict = { kind: ConflictKind; source: string };

/** How long a former common institution still counts, in years (地方评审规则,待核). */
export const recentYears = 3;

type Side = { personId: string; employed: Employed[] };

/** Conflicts that the registry itself knows: the same person, the same institution now, or within three years. */
export function institutionConflicts(expert: Side, applicant: Side, today: string): Conflict[] {
  if (expert.personId === applicant.personId) return [{ kind: 'samePerson', source: 'registry' }];
  const since = `${Number(today.slice(0, 4)) - recentYears}${today.slice(4)}`;
  const shared = expert.employed.flatMap((mine) => applicant.employed.filter((theirs) => theirs.organisationId === mine.organisationId).map((theirs) => ({ mine, theirs })));
  if (shared.some(({ mine, theirs }) => lasts(mine, today) && lasts(theirs, today))) return [{ kind: 'sameInstitution', source: 'registry:employment' }];
  const recent = shared.some(({ mine, theirs }) => endOf(mine, today) >= since && endOf(theirs, today) >= since);
  return recent ? [{ kind: 'recentInstitution', source: 'registry:employment' }] : [];
}

const lasts = (employed: Employed, today: string) => employed.from <= today && endOf(employed, today) >= today;
const endOf = (employed: Employed, today: string) => employed.to ?? today;
