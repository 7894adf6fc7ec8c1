import type { Call } from '#platform/server/call.ts';
import type { Tie, TieKind } from '../domain/conflict.ts';

/** A relation to be kept. */
export type NewTie = {
  personId: string; otherPersonId?: string; otherName?: string; shownName?: string; otherOrganisationId?: string | undefined; kind: TieKind; source: string; note?: string;
  from?: string | undefined; to?: string | undefined;
};

/** Keeps a relation; one of the same two people, kind and source is the same relation with other dates. */
export async function keepTie(call: Call, tie: NewTie): Promise<string> {
  const id = call.newId('tie');
  const dates = { valid_from: tie.from ?? null, valid_to: tie.to ?? null };
  const kept = await call.tx.insertInto('tie').values({
    region_id: call.regionId, id, person_id: tie.personId, other_person_id: tie.otherPersonId ?? null, other_name: tie.otherName ?? '', shown_name: tie.shownName ?? '',
    other_organisation_id: tie.otherOrganisationId ?? null, kind: tie.kind, source: tie.source, note: tie.note ?? '', ...dates, told_by: call.actor.accountId, told_at: call.clock.now(),
  }).onConflict((conflict) => conflict.columns(['region_id', 'person_id', 'other_person_id', 'kind', 'source']).where('other_person_id', 'is not', null).doUpdateSet(dates))
    .returning('id').executeTakeFirstOrThrow();
  return kept.id;
}

/** Relations in which any of these people is one side, ended ones too: a former mentor stays a mentor. */
export async function tiesOf({ tx, regionId }: Call, personIds: readonly string[], foldedNames: readonly string[]): Promise<Tie[]> {
  if (!personIds.length) return [];
  const rows = await tx.selectFrom('tie').selectAll().where('region_id', '=', regionId).where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('person_id', 'in', personIds), eb('other_person_id', 'in', personIds), ...(foldedNames.length ? [eb('other_name', 'in', foldedNames)] : [])])).orderBy('id').execute();
  return rows.map((row) => ({
    personId: row.person_id, otherPersonId: row.other_person_id, otherName: row.other_name, otherOrganisationId: row.other_organisation_id, kind: row.kind as TieKind, source: row.source, note: row.note,
  }));
}

/** What one person told, newest first. */
export const toldBy = ({ tx, regionId, actor }: Call) =>
  tx.selectFrom('tie').select(['id', 'shown_name', 'other_organisation_id', 'kind', 'note', 'told_at']).where('region_id', '=', regionId).where('person_id', '=', actor.personId)
    .where('told_by', '=', actor.accountId).where('withdrawn_at', 'is', null).where('other_person_id', 'is', null).orderBy('id', 'desc').limit(200).execute();

/** Takes back what the actor told; false where there is nothing of theirs. */
export async function withdraw({ tx, regionId, actor, clock }: Call, tieId: string): Promise<boolean> {
  const row = await tx.updateTable('tie').set({ withdrawn_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', tieId).where('person_id', '=', actor.personId)
    .where('told_by', '=', actor.accountId).where('withdrawn_at', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}
