import type { Call } from '#platform/server/call.ts';
import { conflictsAmong } from './conflictsWith.ts';
import { insertRoundConflicts, type RoundConflict } from './conflict.store.ts';
import { subjectsOf } from './round.store.ts';
import { expertsInTerm } from './review.store.ts';

/** Experts whose term runs today, with the panels of this year. */
export const expertsNow = (call: Call) => expertsInTerm(call, `${call.clock.today().slice(0, 4)}-01-01`);
export type ExpertNow = Awaited<ReturnType<typeof expertsNow>>[number];

/** Looks up, for every file of a round and every expert, who may not judge it, and keeps each finding with its source. */
export async function keepRoundConflicts(call: Call, roundId: string, experts: readonly ExpertNow[]): Promise<RoundConflict[]> {
  const found = await findRoundConflicts(call, roundId, experts);
  await insertRoundConflicts(call, roundId, found);
  return found;
}

/** Who may not judge which file of a round, as the registry and declarations know it today. */
export async function findRoundConflicts(call: Call, roundId: string, experts: readonly ExpertNow[]): Promise<RoundConflict[]> {
  const files = (await subjectsOf(call, roundId)).map((row) => ({ subject: row.subject, personIds: [row.applicant_person_id, ...row.other_person_ids], organisationId: row.organisation_id }));
  const known = await conflictsAmong(call, experts, files);
  const found = files.flatMap((file) => [...known.get(file) ?? []].flatMap(([expertId, conflicts]) => conflicts.map(({ kind, source }) => ({ subject: file.subject, expertId, kind, source }))));
  return found;
}
