/** A time somebody worked at an institution; `to` is open while it lasts. */
export type Employed = { personId: string; organisationId: string; organisationName?: string; from: string; to: string | null };

export type ConflictKind = 'samePerson' | 'sameInstitution' | 'recentInstitution' | 'mentor' | 'coAuthor' | 'relative' | 'interest';

/** What people may say themselves of a relation to another. */
export const tieKinds = ['mentor', 'coAuthor', 'relative', 'interest'] as const;
export type TieKind = (typeof tieKinds)[number];

/** Why somebody may not judge somebody, and whence that is known; `detail` is what the source says, for the office only. */
export type Conflict = { kind: ConflictKind; source: string; detail?: string };

/** How long a former common institution still counts, in years (地方评审规则,待核). */
export const recentYears = 3;

/** Somebody as conflicts are looked for: `foldedName` compares with a name that was told, `placedAt` is where the pool has an expert. */
export type Side = { personId: string; employed: Employed[]; foldedName?: string; placedAt?: string };

/** A relation that was told or recorded: the other one by id, or by folded name and perhaps institution. */
export type Tie = { personId: string; otherPersonId: string | null; otherName: string; otherOrganisationId: string | null; kind: TieKind; source: string; note: string };

/** People who made one work together. */
export type CommonWork = { title: string; personIds: string[] };

/** Conflicts that the registry itself knows: the same person, the same institution now, or within three years. */
export function institutionConflicts(expert: Side, applicant: Side, today: string): Conflict[] {
  if (expert.personId === applicant.personId) return [{ kind: 'samePerson', source: 'registry' }];
  const since = `${Number(today.slice(0, 4)) - recentYears}${today.slice(4)}`;
  const shared = expert.employed.flatMap((mine) => applicant.employed.filter((theirs) => theirs.organisationId === mine.organisationId).map((theirs) => ({ mine, theirs })));
  const now = shared.find(({ mine, theirs }) => lasts(mine, today) && lasts(theirs, today));
  if (now) return [{ kind: 'sameInstitution', source: 'registry:employment', ...spanOf(now) }];
  const placed = applicant.employed.find((theirs) => theirs.organisationId === expert.placedAt && lasts(theirs, today));
  if (placed) return [{ kind: 'sameInstitution', source: 'pool:institution', ...(placed.organisationName ? { detail: placed.organisationName } : {}) }];
  const recent = shared.find(({ mine, theirs }) => endOf(mine, today) >= since && endOf(theirs, today) >= since);
  return recent ? [{ kind: 'recentInstitution', source: 'registry:employment', ...spanOf(recent) }] : [];
}

/** An expert of the institution that hands the file in has its interest, wherever the applicant works. */
export const handingInConflicts = (expert: Side, organisationId: string | undefined, today: string): Conflict[] =>
  organisationId && (expert.placedAt === organisationId || expert.employed.some((mine) => mine.organisationId === organisationId && lasts(mine, today)))
    ? [{ kind: 'sameInstitution', source: 'subject:institution' }] : [];

/** Conflicts that either side told of, or that another slice recorded. */
export const tieConflicts = (expert: Side, applicant: Side, ties: readonly Tie[]): Conflict[] =>
  ties.filter((tie) => binds(tie, expert, applicant) || binds(tie, applicant, expert)).map(({ kind, source, note }) => ({ kind, source, ...(note ? { detail: note } : {}) }));

/** Conflicts of people who made a work together. */
export const workConflicts = (expert: Side, applicant: Side, works: readonly CommonWork[]): Conflict[] =>
  works.filter(({ personIds }) => personIds.includes(expert.personId) && personIds.includes(applicant.personId))
    .map(({ title }) => ({ kind: 'coAuthor', source: 'registry:work', detail: title }));

/** The same kind from the same source is said once. */
export const distinct = (conflicts: readonly Conflict[]): Conflict[] =>
  conflicts.filter((each, at) => conflicts.findIndex((other) => other.kind === each.kind && other.source === each.source) === at);

function binds(tie: Tie, teller: Side, other: Side): boolean {
  if (tie.personId !== teller.personId) return false;
  if (tie.otherPersonId !== null) return tie.otherPersonId === other.personId;
  if (tie.otherName !== other.foldedName) return false;
  return tie.otherOrganisationId === null || tie.otherOrganisationId === other.placedAt || other.employed.some((each) => each.organisationId === tie.otherOrganisationId);
}

const spanOf = ({ mine }: { mine: Employed }) => (mine.organisationName ? { detail: `${mine.organisationName} ${mine.from}–${mine.to ?? ''}` } : {});
const lasts = (employed: Employed, today: string) => employed.from <= today && endOf(employed, today) >= today;
const endOf = (employed: Employed, today: string) => employed.to ?? today;
