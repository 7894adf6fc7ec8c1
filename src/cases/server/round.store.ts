import type { Selectable } from 'kysely';
import type { CaseRound } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export type RoundRow = Selectable<CaseRound>;

/** A round of the region; rounds are public. */
export const findRound = ({ tx, regionId }: Call, roundId: string): Promise<RoundRow | undefined> =>
  tx.selectFrom('case_round').selectAll().where('region_id', '=', regionId).where('id', '=', roundId).executeTakeFirst();

/** Rounds by their ids. */
export async function roundsById({ tx, regionId }: Call, ids: string[]): Promise<Map<string, RoundRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('case_round').selectAll().where('region_id', '=', regionId).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rounds that have not closed, soonest end first. */
export const roundsNotClosed = ({ tx, regionId, clock }: Call): Promise<RoundRow[]> =>
  tx.selectFrom('case_round').selectAll().where('region_id', '=', regionId).where('closes_at', '>', clock.now()).orderBy('closes_at').orderBy('id').execute();

type NewRound = Omit<RoundRow, 'region_id' | 'requirements' | 'opened_at' | 'opened_by'> & { requirements: Record<string, string> };

/** Enters a round. */
export const addRound = ({ tx, regionId, clock, actor }: Call, round: NewRound) =>
  tx.insertInto('case_round').values({ ...round, region_id: regionId, requirements: JSON.stringify(round.requirements), opened_at: clock.now(), opened_by: actor.accountId }).execute();
