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

/** Holds a round until the transaction ends: two decisions on its last place wait for one another. */
export const lockRound = ({ tx, regionId }: Call, roundId: string) =>
  tx.selectFrom('case_round').select('id').where('region_id', '=', regionId).where('id', '=', roundId).forUpdate().execute();

/** How many cases of a round have a place: granted ones, and open ones at the stages that follow the decision. */
export async function countPlaced({ tx, regionId }: Call, roundId: string, stages: string[]): Promise<number> {
  const { n } = await tx.selectFrom('case').select((eb) => eb.fn.countAll<number>().as('n')).where('region_id', '=', regionId).where('round_id', '=', roundId)
    .where((eb) => eb.or([eb('outcome', '=', 'granted'), eb.and([eb('ended_at', 'is', null), eb('stage', 'in', stages)])])).executeTakeFirstOrThrow();
  return n;
}
