import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** A new panel; its file is the blinded copy that the members read. */
export type NewPanel = {
  subject: string; sheet: string; size: number; fields: string[]; applicantPersonId: string; organisationId: string;
  blinding: 'open' | 'single' | 'double'; file: unknown; dueAt: Date;
};

export const openPanelOf = ({ tx, regionId }: Call, subject: string) =>
  tx.selectFrom('panel').selectAll().where('region_id', '=', regionId).where('subject', '=', subject).where('dissolved_at', 'is', null).executeTakeFirst();

/** Locks a panel so that two members who answer at once are taken one after the other. */
export const lockPanel = ({ tx, regionId }: Call, panelId: string) =>
  tx.selectFrom('panel').selectAll().where('region_id', '=', regionId).where('id', '=', panelId).forUpdate().executeTakeFirst();

export async function insertPanel(call: Call, panel: NewPanel): Promise<string> {
  const id = call.newId('panel');
  await call.tx.insertInto('panel').values({
    region_id: call.regionId, id, subject: panel.subject, sheet: panel.sheet, size: panel.size, fields: panel.fields,
    applicant_person_id: panel.applicantPersonId, organisation_id: panel.organisationId, blinding: panel.blinding,
    file: JSON.stringify(panel.file ?? {}), opened_at: call.clock.now(), due_at: panel.dueAt,
  }).execute();
  return id;
}

export const insertSeats = (call: Call, panelId: string, expertIds: string[]) =>
  call.tx.insertInto('panel_seat').values(expertIds.map((expertId) => ({
    region_id: call.regionId, panel_id: panelId, expert_id: expertId, state: 'invited', invited_at: call.clock.now(),
  }))).execute();

export const insertExclusions = async (call: Call, panelId: string, found: { expertId: string; kind: string; source: string }[]) => {
  if (!found.length) return;
  await call.tx.insertInto('panel_exclusion').values(found.map(({ expertId, kind, source }) => ({
    region_id: call.regionId, panel_id: panelId, expert_id: expertId, kind, source, found_at: call.clock.now(),
  }))).onConflict((conflict) => conflict.doNothing()).execute();
};

/** Experts in their term who are not away, with the panels they were given since a day. */
export const expertsInTerm = ({ tx, regionId, clock }: Call, since: string) =>
  tx.selectFrom('expert').selectAll('expert')
    .select((eb) => eb.selectFrom('panel_seat').innerJoin('panel', (join) => join.onRef('panel.id', '=', 'panel_seat.panel_id').onRef('panel.region_id', '=', 'panel_seat.region_id'))
      .whereRef('panel_seat.expert_id', '=', 'expert.id').where('panel_seat.region_id', '=', regionId)
      .where('panel.opened_at', '>=', sql<Date>`${since}::date`).where('panel_seat.state', 'in', ['invited', 'scored']).select(({ fn }) => fn.countAll<number>().as('n')).as('load'))
    .where('region_id', '=', regionId).where('left_on', 'is', null)
    .where(({ exists, selectFrom }) => exists(selectFrom('expert_term').select('expert_term.position').whereRef('expert_term.expert_id', '=', 'expert.id')
      .where('expert_term.region_id', '=', regionId).where('expert_term.term_from', '<=', clock.today()).where('expert_term.term_to', '>=', clock.today())))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('expert_absence').select('expert_absence.id').whereRef('expert_absence.expert_id', '=', 'expert.id')
      .where('expert_absence.region_id', '=', regionId).where('dropped_at', 'is', null).where('away_from', '<=', clock.today()).where('away_to', '>=', clock.today()))))
    .orderBy('expert.id').execute();

/** Experts by their ids, whether their term runs or not. */
export const expertsById = ({ tx, regionId }: Call, ids: string[]) =>
  tx.selectFrom('expert').selectAll().where('region_id', '=', regionId).where('id', 'in', ids.length ? ids : ['']).orderBy('id').execute();

export const expertOfPerson = ({ tx, regionId }: Call, personId: string) =>
  tx.selectFrom('expert').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId).executeTakeFirst();

export const declaredAgainst = async ({ tx, regionId }: Call, personIds: readonly string[]) =>
  personIds.length ? tx.selectFrom('declared_conflict').select(['expert_id', 'person_id', 'kind', 'declared_by']).where('region_id', '=', regionId).where('person_id', 'in', personIds).orderBy('id').execute() : [];

export const seatsOf = ({ tx, regionId }: Call, panelId: string) =>
  tx.selectFrom('panel_seat').selectAll().where('region_id', '=', regionId).where('panel_id', '=', panelId).orderBy('expert_id').execute();

/** A reviewer's own seat, with its panel; nobody reads a seat but through this. */
export const ownSeat = ({ tx, regionId }: Call, expertId: string, panelId: string) =>
  tx.selectFrom('panel_seat').innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'panel_seat.region_id').onRef('panel.id', '=', 'panel_seat.panel_id'))
    .select(['panel.id as panelId', 'panel.subject', 'panel.sheet', 'panel.file', (eb) => eb.fn.coalesce('panel_seat.due_at', 'panel.due_at').as('due_at'), 'panel.blinding', 'panel.review_round_id', 'panel.dissolved_at', 'panel.applicant_person_id',
      'panel_seat.state', 'panel_seat.draft', 'panel_seat.marks', 'panel_seat.score_tenths', 'panel_seat.opinion', 'panel_seat.scored_at'])
    .where('panel_seat.region_id', '=', regionId).where('panel_seat.expert_id', '=', expertId).where('panel_seat.panel_id', '=', panelId).executeTakeFirst();

export const ownSeats = ({ tx, regionId }: Call, expertId: string) =>
  tx.selectFrom('panel_seat').innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'panel_seat.region_id').onRef('panel.id', '=', 'panel_seat.panel_id'))
    .leftJoin('review_round', (join) => join.onRef('review_round.region_id', '=', 'panel.region_id').onRef('review_round.id', '=', 'panel.review_round_id'))
    .leftJoin('review_subject', (join) => join.onRef('review_subject.region_id', '=', 'panel.region_id').onRef('review_subject.review_round_id', '=', 'panel.review_round_id').onRef('review_subject.subject', '=', 'panel.subject'))
    .select(['review_round.heading as round', 'review_subject.number', 'panel.id as panelId', 'panel.sheet', 'panel.file', (eb) => eb.fn.coalesce('panel_seat.due_at', 'panel.due_at').as('due_at'), 'panel.opened_at', 'panel_seat.state', 'panel_seat.score_tenths', 'panel_seat.draft'])
    .where('panel_seat.region_id', '=', regionId).where('panel_seat.expert_id', '=', expertId).where('panel.dissolved_at', 'is', null)
    .orderBy('panel.due_at').orderBy('panel.id').limit(200).execute();

export const changeSeat = ({ tx, regionId }: Call, panelId: string, expertId: string, change: Record<string, unknown>) =>
  tx.updateTable('panel_seat').set(change).where('region_id', '=', regionId).where('panel_id', '=', panelId).where('expert_id', '=', expertId).execute();

export const closePanel = ({ tx, regionId, clock }: Call, panelId: string) =>
  tx.updateTable('panel').set({ dissolved_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', panelId).execute();

export const insertDeclaration = (call: Call, expertId: string, personId: string, kind: string) =>
  call.tx.insertInto('declared_conflict').values({
    region_id: call.regionId, id: call.newId('conf'), expert_id: expertId, person_id: personId, kind, declared_by: call.actor.accountId, declared_at: call.clock.now(),
  }).execute();

export const exclusionsOf = ({ tx, regionId }: Call, panelId: string) =>
  tx.selectFrom('panel_exclusion').select(['expert_id', 'kind', 'source']).where('region_id', '=', regionId).where('panel_id', '=', panelId).orderBy('expert_id').execute();
