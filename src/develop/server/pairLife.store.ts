import type { Insertable } from 'kysely';
import type { PairingAssessment, PairingGoal, PairingMeeting } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export const insertGoal = ({ tx, regionId, clock }: Call, goal: Omit<Insertable<PairingGoal>, 'region_id' | 'set_at'>) =>
  tx.insertInto('pairing_goal').values({ ...goal, region_id: regionId, set_at: clock.now() }).execute();

export const goalsOf = ({ tx, regionId }: Call, pairId: string) =>
  tx.selectFrom('pairing_goal').selectAll().where('region_id', '=', regionId).where('pair_id', '=', pairId).orderBy('due_on').orderBy('id').execute();

export const findGoal = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('pairing_goal').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

export const stampGoal = ({ tx, regionId, clock }: Call, id: string) =>
  tx.updateTable('pairing_goal').set({ done_on: clock.today() }).where('region_id', '=', regionId).where('id', '=', id).execute();

export const insertMeeting = ({ tx, regionId, clock }: Call, meeting: Omit<Insertable<PairingMeeting>, 'region_id' | 'recorded_at'>) =>
  tx.insertInto('pairing_meeting').values({ ...meeting, region_id: regionId, recorded_at: clock.now() }).execute();

export const meetingsOf = ({ tx, regionId }: Call, pairIds: readonly string[]) =>
  pairIds.length ? tx.selectFrom('pairing_meeting').selectAll().where('region_id', '=', regionId).where('pair_id', 'in', pairIds).orderBy('held_on', 'desc').orderBy('id', 'desc').execute() : Promise.resolve([]);

export const findMeeting = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('pairing_meeting').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

export const stampMeeting = ({ tx, regionId, clock }: Call, id: string) =>
  tx.updateTable('pairing_meeting').set({ confirmed_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Keeps an assessment; false when this side has assessed the year before. */
export const insertAssessment = async ({ tx, regionId, clock }: Call, assessment: Omit<Insertable<PairingAssessment>, 'region_id' | 'made_at'>): Promise<boolean> =>
  (await tx.insertInto('pairing_assessment').values({ ...assessment, region_id: regionId, made_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).returning('year').executeTakeFirst()) !== undefined;

export const assessmentsOf = ({ tx, regionId }: Call, pairId: string) =>
  tx.selectFrom('pairing_assessment').selectAll().where('region_id', '=', regionId).where('pair_id', '=', pairId).orderBy('year').orderBy('assessor').execute();
