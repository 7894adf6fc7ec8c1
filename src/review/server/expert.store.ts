import { sql, type Selectable } from 'kysely';
import type { Expert, ExpertAbsence, ExpertTerm } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { Term } from '../domain/expertTerm.ts';

export type ExpertRow = Selectable<Expert>;
export type AbsenceRow = Selectable<ExpertAbsence>;
export type TermRow = Selectable<ExpertTerm>;

/** A seat of an expert with what it was about. */
export type SeatTaken = { panelId: string; subject: string; file: unknown; state: string; invitedAt: Date; dueAt: Date; scoredAt: Date | null };

export const insertExpert = ({ tx, regionId }: Call, row: { id: string; personId: string; organisationId: string; fields: string[]; level: string; external: boolean } & Term) =>
  tx.insertInto('expert').values({
    region_id: regionId, id: row.id, person_id: row.personId, organisation_id: row.organisationId, fields: row.fields, level: row.level,
    external: row.external, term_from: row.from, term_to: row.to,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();

/** Adds the next term of an expert; the first has position 1. */
export const insertTerm = async ({ tx, regionId, actor, clock }: Call, expertId: string, { from, to }: Term): Promise<void> => {
  await sql`insert into expert_term (region_id, expert_id, position, term_from, term_to, given_by, given_at)
    select ${regionId}, ${expertId}, coalesce(max(position), 0) + 1, ${from}::date, ${to}::date, ${actor.accountId}, ${clock.now()}::timestamptz
    from expert_term where region_id = ${regionId} and expert_id = ${expertId}`.execute(tx);
};

export const changeExpert = ({ tx, regionId }: Call, expertId: string, change: Partial<Pick<ExpertRow, 'term_from' | 'term_to' | 'left_on' | 'left_reason' | 'fields' | 'level'>>) =>
  tx.updateTable('expert').set(change).where('region_id', '=', regionId).where('id', '=', expertId).execute();

/** Everybody who ever was in the pool. */
export const allExperts = ({ tx, regionId }: Call): Promise<ExpertRow[]> =>
  tx.selectFrom('expert').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

export const findExpert = ({ tx, regionId }: Call, expertId: string, { lock = false } = {}): Promise<ExpertRow | undefined> => {
  const query = tx.selectFrom('expert').selectAll().where('region_id', '=', regionId).where('id', '=', expertId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

/** Terms, the latest first; of one expert or of all. */
export const termsOf = ({ tx, regionId }: Call, expertId?: string): Promise<TermRow[]> => {
  const query = tx.selectFrom('expert_term').selectAll().where('region_id', '=', regionId);
  return (expertId === undefined ? query : query.where('expert_id', '=', expertId)).orderBy('position', 'desc').orderBy('expert_id').execute();
};

/** Absences that were not taken back; of one expert or of all. */
export const absencesOf = ({ tx, regionId }: Call, expertId?: string): Promise<AbsenceRow[]> => {
  const query = tx.selectFrom('expert_absence').selectAll().where('region_id', '=', regionId).where('dropped_at', 'is', null);
  return (expertId === undefined ? query : query.where('expert_id', '=', expertId)).orderBy('away_from', 'desc').orderBy('id').execute();
};

export const insertAbsence = async (call: Call, expertId: string, { from, to, reason }: Term & { reason: string }): Promise<string> => {
  const id = call.newId('away');
  await call.tx.insertInto('expert_absence').values({
    region_id: call.regionId, expert_id: expertId, id, away_from: from, away_to: to, reason, told_by: call.actor.accountId, told_at: call.clock.now(),
  }).execute();
  return id;
};

export const dropAbsence = async ({ tx, regionId, clock }: Call, expertId: string, absenceId: string): Promise<boolean> => {
  const row = await tx.updateTable('expert_absence').set({ dropped_at: clock.now() }).where('region_id', '=', regionId).where('expert_id', '=', expertId).where('id', '=', absenceId)
    .where('dropped_at', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
};

/** Seats since a day with their days, by expert; of one expert or of all. */
export async function seatsTaken({ tx, regionId }: Call, since: string, expertId?: string): Promise<Map<string, SeatTaken[]>> {
  const query = tx.selectFrom('panel_seat').innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'panel_seat.region_id').onRef('panel.id', '=', 'panel_seat.panel_id'))
    .select(['panel_seat.expert_id', 'panel.id as panelId', 'panel.subject', 'panel.file', 'panel_seat.state', 'panel_seat.invited_at as invitedAt', 'panel_seat.scored_at as scoredAt'])
    .select((eb) => eb.fn.coalesce('panel_seat.due_at', 'panel.due_at').as('dueAt'))
    .where('panel_seat.region_id', '=', regionId).where('panel.opened_at', '>=', sql<Date>`${since}::date`);
  const rows = await (expertId === undefined ? query : query.where('panel_seat.expert_id', '=', expertId)).orderBy('panel_seat.invited_at', 'desc').orderBy('panel.id').execute();
  return Map.groupBy(rows, (row) => row.expert_id);
}

/** Open panels of their own, not of a round, in which an expert still has to score. */
export const openSeatsOf = ({ tx, regionId }: Call, expertId: string) =>
  tx.selectFrom('panel_seat').innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'panel_seat.region_id').onRef('panel.id', '=', 'panel_seat.panel_id'))
    .select(['panel.id', 'panel.review_round_id']).where('panel_seat.region_id', '=', regionId).where('panel_seat.expert_id', '=', expertId)
    .where('panel_seat.state', '=', 'invited').where('panel.dissolved_at', 'is', null).orderBy('panel.id').execute();
