import type { Call } from '#platform/server/call.ts';

/** An organisation of the region's tree; `path` is dotted from the region down. */
export type OrganisationRow = {
  id: string; parentId: string | null; path: string; name: string; kind: string; level: string; creditCode: string | null; ledBy: string | null;
};

/** The whole tree, parents before children. */
export async function organisationTree({ tx, regionId }: Call): Promise<OrganisationRow[]> {
  return tx.selectFrom('organisation').where('region_id', '=', regionId)
    .select(['id', 'parent_id as parentId', 'path', 'name', 'kind', 'level', 'credit_code as creditCode', 'led_by as ledBy']).orderBy('path').execute();
}

/** One organisation, or undefined. */
export const findOrganisation = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('organisation').where('region_id', '=', regionId).where('id', '=', id).select(['id', 'path', 'name', 'level']).executeTakeFirst();

/** Writes organisations that are not there yet; parents first. */
export async function insertOrganisations({ tx, regionId, clock }: Call, rows: OrganisationRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const written = await tx.insertInto('organisation').values(rows.map((row) => ({
    region_id: regionId, id: row.id, parent_id: row.parentId, path: row.path, name: row.name, kind: row.kind, level: row.level,
    credit_code: row.creditCode, led_by: row.ledBy, opened_at: clock.now(),
  }))).onConflict((conflict) => conflict.columns(['region_id', 'id']).doNothing()).returning('id').execute();
  return written.length;
}

/** Who leads an organisation in a consortium. */
export const setLead = ({ tx, regionId }: Call, ids: string[], ledBy: string) =>
  tx.updateTable('organisation').set({ led_by: ledBy }).where('region_id', '=', regionId).where('id', 'in', ids).execute();
