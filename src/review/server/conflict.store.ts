import type { Call } from '#platform/server/call.ts';

/** Why an expert may not judge a file of a round, and whence that is known. */
export type RoundConflict = { subject: string; expertId: string; kind: string; source: string };

const rowsAtOnce = 2000;

/** Keeps findings; one that is already kept stays as it was first found. */
export async function insertRoundConflicts({ tx, regionId, clock }: Call, roundId: string, found: readonly RoundConflict[]): Promise<void> {
  for (let from = 0; from < found.length; from += rowsAtOnce) {
    await tx.insertInto('round_conflict').values(found.slice(from, from + rowsAtOnce).map((each) => ({
      region_id: regionId, review_round_id: roundId, subject: each.subject, expert_id: each.expertId, kind: each.kind, source: each.source, found_at: clock.now(),
    }))).onConflict((conflict) => conflict.doNothing()).execute();
  }
}

/** Everything known about who may not judge what in a round. */
export const conflictsOfRound = async ({ tx, regionId }: Call, roundId: string): Promise<RoundConflict[]> =>
  (await tx.selectFrom('round_conflict').select(['subject', 'expert_id', 'kind', 'source']).where('region_id', '=', regionId).where('review_round_id', '=', roundId)
    .orderBy('subject').orderBy('expert_id').orderBy('kind').execute()).map(({ expert_id, ...each }) => ({ ...each, expertId: expert_id }));
