import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Evaluation } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export type EvaluationRecord = Selectable<Evaluation>;
type Fresh = Omit<Insertable<Evaluation>, 'region_id' | 'started_at' | 'state' | 'index_data' | 'figures'> & { index_data: object; figures: object };

/** Writes evaluations that are not there yet. */
export async function insertEvaluations({ tx, regionId, clock }: Call, rows: readonly Fresh[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insertInto('evaluation').values(rows.map((row) => ({ ...row, region_id: regionId, started_at: clock.now(), state: 'entered', index_data: JSON.stringify(row.index_data), figures: JSON.stringify(row.figures) })))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

export const findEvaluation = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('evaluation').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

/** The evaluation, locked: entering, confirming, objecting and closing wait for one another. */
export const lockEvaluation = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('evaluation').selectAll().where('region_id', '=', regionId).where('id', '=', id).forUpdate().executeTakeFirst();

export const evaluationsOfYear = ({ tx, regionId }: Call, code: string, year: number) =>
  tx.selectFrom('evaluation').selectAll().where('region_id', '=', regionId).where('index_code', '=', code).where('to_year', '=', year).orderBy('id').execute();

export const evaluationsOfPerson = ({ tx, regionId }: Call, personId: string) =>
  tx.selectFrom('evaluation').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId).orderBy('to_year', 'desc').orderBy('span').execute();

export const changeEvaluation = ({ tx, regionId }: Call, id: string, change: Updateable<Evaluation>) =>
  tx.updateTable('evaluation').set(change).where('region_id', '=', regionId).where('id', '=', id).execute();

export const insertObjection = ({ tx, regionId, clock }: Call, objection: { id: string; evaluation_id: string; content: string }) =>
  tx.insertInto('evaluation_objection').values({ ...objection, region_id: regionId, raised_at: clock.now() }).execute();

/** Answers the one objection that is open. */
export const settleObjection = ({ tx, regionId, clock }: Call, evaluationId: string, { upheld, answer }: { upheld: boolean; answer: string }) =>
  tx.updateTable('evaluation_objection').set({ upheld, answer, answered_at: clock.now() }).where('region_id', '=', regionId).where('evaluation_id', '=', evaluationId).where('answered_at', 'is', null).execute();

export const objectionsOf = async ({ tx, regionId }: Call, evaluationIds: readonly string[]) =>
  (evaluationIds.length ? tx.selectFrom('evaluation_objection').selectAll().where('region_id', '=', regionId).where('evaluation_id', 'in', evaluationIds).orderBy('raised_at').execute() : []);
