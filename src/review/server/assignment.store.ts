import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** A panel of a round about to be opened. */
export type NewRoundPanel = {
  id: string; subject: string; fields: string[]; applicantPersonId: string; organisationId: string; file: unknown; sheet: string; experts: string[]; excluded: { expertId: string; kind: string; source: string }[];
};
type Terms = { roundId: string; size: number; blinding: string; dueAt: Date };

/** Opens panels with their seats and with the record of who could not sit. */
export async function insertRoundPanels({ tx, regionId, clock }: Call, { roundId, size, blinding, dueAt }: Terms, panels: readonly NewRoundPanel[]): Promise<void> {
  const at = clock.now();
  await tx.insertInto('panel').values(panels.map((each) => ({
    region_id: regionId, id: each.id, subject: each.subject, sheet: each.sheet, size, fields: each.fields, applicant_person_id: each.applicantPersonId, organisation_id: each.organisationId,
    blinding, file: JSON.stringify(each.file), opened_at: at, due_at: dueAt, review_round_id: roundId,
  }))).execute();
  const seats = panels.flatMap((each) => each.experts.map((expertId) => ({ region_id: regionId, panel_id: each.id, expert_id: expertId, state: 'invited', invited_at: at })));
  if (seats.length) await tx.insertInto('panel_seat').values(seats).execute();
  const excluded = panels.flatMap((each) => each.excluded.map(({ expertId, kind, source }) => ({ region_id: regionId, panel_id: each.id, expert_id: expertId, kind, source, found_at: at })));
  if (excluded.length) await tx.insertInto('panel_exclusion').values(excluded).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Keeps how a round was assigned. */
export const keepAssignment = ({ tx, regionId, clock }: Call, roundId: string, assignment: object) =>
  tx.updateTable('review_round').set({ assignment: JSON.stringify(assignment), state: 'judging', judging_since: sql<Date>`coalesce(judging_since, ${clock.now()})` })
    .where('region_id', '=', regionId).where('id', '=', roundId).execute();

/** Every seat of a round's open panels. */
export const seatsInRound = ({ tx, regionId }: Call, roundId: string) =>
  tx.selectFrom('panel').innerJoin('panel_seat', (join) => join.onRef('panel_seat.region_id', '=', 'panel.region_id').onRef('panel_seat.panel_id', '=', 'panel.id'))
    .select(['panel.id as panelId', 'panel.subject', 'panel.size', 'panel.opened_at as openedAt', 'panel_seat.expert_id as expertId', 'panel_seat.state', 'panel_seat.score_tenths as tenths', 'panel_seat.scored_at as scoredAt',
      'panel_seat.invited_at as invitedAt', (eb) => eb('panel_seat.draft', 'is not', null).as('drafted'), (eb) => eb.fn.coalesce('panel_seat.due_at', 'panel.due_at').as('dueAt')])
    .where('panel.region_id', '=', regionId).where('panel.review_round_id', '=', roundId).where('panel.dissolved_at', 'is', null)
    .orderBy('panel.id').orderBy('panel_seat.expert_id').execute();
export type RoundSeat = Awaited<ReturnType<typeof seatsInRound>>[number];

/** A seat that its reviewer gave back or that was taken back. */
export const vacateSeat = ({ tx, regionId }: Call, panelId: string, expertId: string, state: 'declined' | 'released' | 'recused') =>
  tx.updateTable('panel_seat').set({ state, draft: null }).where('region_id', '=', regionId).where('panel_id', '=', panelId).where('expert_id', '=', expertId).where('state', '=', 'invited').execute();

/** Seats given after the panel was opened, with a term of their own. */
export const insertLaterSeats = ({ tx, regionId, clock }: Call, seats: readonly { panelId: string; expertId: string }[], dueAt: Date) =>
  tx.insertInto('panel_seat').values(seats.map(({ panelId, expertId }) => ({ region_id: regionId, panel_id: panelId, expert_id: expertId, state: 'invited', invited_at: clock.now(), due_at: dueAt }))).execute();

/** Open seats whose term ends before an instant and about which nobody was reminded. */
export const seatsToRemind = ({ tx, regionId }: Call, before: Date) =>
  tx.selectFrom('panel_seat')
    .innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'panel_seat.region_id').onRef('panel.id', '=', 'panel_seat.panel_id'))
    .innerJoin('expert', (join) => join.onRef('expert.region_id', '=', 'panel_seat.region_id').onRef('expert.id', '=', 'panel_seat.expert_id'))
    .select(['panel_seat.panel_id as panelId', 'panel_seat.expert_id as expertId', 'expert.person_id as personId', (eb) => eb.fn.coalesce('panel_seat.due_at', 'panel.due_at').as('dueAt')])
    .where('panel_seat.region_id', '=', regionId).where('panel_seat.state', '=', 'invited').where('panel_seat.reminded_at', 'is', null).where('panel.dissolved_at', 'is', null)
    .where('panel.review_round_id', 'is not', null)
    .where((eb) => eb(eb.fn.coalesce('panel_seat.due_at', 'panel.due_at'), '<', before)).orderBy('expert.person_id').limit(5000).execute();

export const markReminded = ({ tx, regionId, clock }: Call, expertIds: string[], before: Date) =>
  tx.updateTable('panel_seat').from('panel').set({ reminded_at: clock.now() })
    .whereRef('panel.region_id', '=', 'panel_seat.region_id').whereRef('panel.id', '=', 'panel_seat.panel_id')
    .where('panel_seat.region_id', '=', regionId).where('panel_seat.expert_id', 'in', expertIds).where('panel_seat.state', '=', 'invited').where('panel_seat.reminded_at', 'is', null)
    .where('panel.review_round_id', 'is not', null).where((eb) => eb(eb.fn.coalesce('panel_seat.due_at', 'panel.due_at'), '<', before)).execute();
