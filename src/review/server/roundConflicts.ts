import type { Call } from '#platform/server/call.ts';
import { conflictsWith } from './conflictsWith.ts';
import { insertRoundConflicts, type RoundConflict } from './conflict.store.ts';
import { subjectsOf } from './round.store.ts';
import { expertsInTerm } from './review.store.ts';

/** Experts whose term runs today, with the panels of this year. */
export const expertsNow = (call: Call) => expertsInTerm(call, `${call.clock.today().slice(0, 4)}-01-01`);
export type ExpertNow = Awaited<ReturnType<typeof expertsNow>>[number];

/** Looks up, for every file of a round and every expert, who may not judge it, and keeps each finding with its source. */
export async function findRoundConflicts(call: Call, roundId: string, experts: readonly ExpertNow[]): Promise<RoundConflict[]> {
  const known = new Map<string, Awaited<ReturnType<typeof conflictsWith>>>();
  const found: RoundConflict[] = [];
  for (const { subject, applicant_person_id, other_person_ids } of await subjectsOf(call, roundId)) {
    for (const personId of [applicant_person_id, ...other_person_ids]) {
      if (!known.has(personId)) known.set(personId, await conflictsWith(call, experts, personId));
      for (const [expertId, conflicts] of known.get(personId) ?? []) found.push(...conflicts.map(({ kind, source }) => ({ subject, expertId, kind, source })));
    }
  }
  await insertRoundConflicts(call, roundId, found);
  return found;
}
