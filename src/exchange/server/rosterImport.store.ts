import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { RosterImport as ImportTable } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { Tx } from '#platform/server/database.ts';
import { placeOf, type Decision, type RowProblem } from '../domain/problem.ts';

/** An import as the database holds it. */
export type ImportRow = Selectable<ImportTable>;

// An employer sees the imports of the own institution; the bureau those of its region.
const seen = ({ tx, regionId, actor }: Call) => {
  const rows = tx.selectFrom('roster_import').where('roster_import.region_id', '=', regionId);
  return actor.role === 'bureau' ? rows : rows.where('organisation_id', '=', actor.organisationId);
};

export const insertImport = (tx: Tx, row: Insertable<ImportTable>) => tx.insertInto('roster_import').values(row).execute();

export const findImport = (call: Call, importId: string): Promise<ImportRow | undefined> => seen(call).where('id', '=', importId).selectAll().executeTakeFirst();

/** The same, held until the transaction ends, so that two runs of one import come one after the other. */
export const lockImport = (call: Call, importId: string): Promise<ImportRow | undefined> => seen(call).where('id', '=', importId).selectAll().forUpdate().executeTakeFirst();

export const updateImport = ({ tx, regionId }: Call, importId: string, change: Updateable<ImportTable>) =>
  tx.updateTable('roster_import').set(change).where('region_id', '=', regionId).where('id', '=', importId).execute();

/** An import with how far its job is. */
export type SeenImport = ImportRow & { progress_done: number | null; progress_total: number | null };

const withProgress = (call: Call) => seen(call)
  .leftJoin('job', (join) => join.onRef('job.region_id', '=', 'roster_import.region_id').onRef('job.id', '=', 'roster_import.job_id'))
  .selectAll('roster_import').select(['job.progress_done', 'job.progress_total']);

export const viewRow = (call: Call, importId: string): Promise<SeenImport | undefined> => withProgress(call).where('roster_import.id', '=', importId).executeTakeFirst();

export const importRows = (call: Call, after: string | undefined, limit: number): Promise<SeenImport[]> =>
  withProgress(call).$if(after !== undefined, (rows) => rows.where('roster_import.id', '<', after ?? '')).orderBy('roster_import.id', 'desc').limit(limit).execute();

export const insertFile = ({ tx, regionId }: Call, storedName: string, sealedContent: string) =>
  tx.insertInto('roster_file').values({ region_id: regionId, stored_name: storedName, sealed_content: sealedContent }).execute();

export const findFile = async ({ tx, regionId }: Call, storedName: string): Promise<string | undefined> =>
  (await tx.selectFrom('roster_file').select('sealed_content').where('region_id', '=', regionId).where('stored_name', '=', storedName).executeTakeFirst())?.sealed_content;

export const deleteFile = ({ tx, regionId }: Call, storedName: string) =>
  tx.deleteFrom('roster_file').where('region_id', '=', regionId).where('stored_name', '=', storedName).execute();

/** Replaces what was found wrong by what is found wrong now. */
export async function replaceProblems({ tx, regionId }: Call, importId: string, problems: readonly RowProblem[]): Promise<void> {
  await tx.deleteFrom('roster_problem').where('region_id', '=', regionId).where('import_id', '=', importId).execute();
  const rows = JSON.stringify(problems.map((each, position) => ({ ...each, position, fix: each.fix ?? null })));
  await sql`insert into roster_problem (region_id, import_id, position, sheet, row_number, column_name, reason, severity, params, fix)
    select ${regionId}, ${importId}, position, sheet, "row", "column", reason, severity, params, fix
    from jsonb_to_recordset(${rows}::jsonb) as given(position int, sheet text, "row" int, "column" text, reason text, severity text, params jsonb, fix text)`.execute(tx);
}

/** Problems in the order of the file, with what was decided about each. */
export const problemRows = ({ tx, regionId }: Call, importId: string, { severity, after = -1, limit }: { severity?: string | undefined; after?: number | undefined; limit: number }) =>
  tx.selectFrom('roster_problem as problem')
    .leftJoin('roster_decision as decided', (join) => join.onRef('decided.region_id', '=', 'problem.region_id').onRef('decided.import_id', '=', 'problem.import_id')
      .onRef('decided.row_number', '=', 'problem.row_number').onRef('decided.column_name', '=', 'problem.column_name'))
    .where('problem.region_id', '=', regionId).where('problem.import_id', '=', importId).where('problem.position', '>', after)
    .$if(severity !== undefined, (rows) => rows.where('problem.severity', '=', severity ?? ''))
    .selectAll('problem').select('decided.decision').orderBy('problem.position').limit(limit).execute();

/** The places of a file that have a problem, all of one reason or the given ones; only these may be decided on. */
export const problemPlaces = ({ tx, regionId }: Call, importId: string, reason: string | undefined, places: readonly { row: number; column: string }[] | undefined) =>
  tx.selectFrom('roster_problem').select(['row_number', 'column_name', 'severity', 'fix', 'reason'])
    .where('region_id', '=', regionId).where('import_id', '=', importId)
    .$if(reason !== undefined, (rows) => rows.where('reason', '=', reason ?? ''))
    .$if(places !== undefined, (rows) => rows.where(sql<boolean>`(row_number, column_name) in (select "row", "column" from jsonb_to_recordset(${JSON.stringify(places ?? [])}::jsonb) as given("row" int, "column" text))`))
    .execute();

/** Keeps one decision for many places; `null` takes earlier ones back. */
export async function writeDecisions({ tx, regionId, actor, clock }: Call, importId: string, places: readonly { row_number: number; column_name: string }[], decision: Decision | null): Promise<void> {
  const given = JSON.stringify(places);
  const from = sql`from jsonb_to_recordset(${given}::jsonb) as given(row_number int, column_name text)`;
  if (decision === null) {
    await sql`delete from roster_decision where region_id = ${regionId} and import_id = ${importId} and (row_number, column_name) in (select row_number, column_name ${from})`.execute(tx);
    return;
  }
  await sql`insert into roster_decision (region_id, import_id, row_number, column_name, decision, decided_by, decided_at)
    select distinct ${regionId}, ${importId}, row_number, column_name, ${decision}, ${actor.accountId}, ${clock.now()}::timestamptz ${from}
    on conflict (region_id, import_id, row_number, column_name) do update set decision = excluded.decision, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(tx);
}

export async function decisionsOf({ tx, regionId }: Call, importId: string): Promise<Map<string, Decision>> {
  const rows = await tx.selectFrom('roster_decision').select(['row_number', 'column_name', 'decision']).where('region_id', '=', regionId).where('import_id', '=', importId).execute();
  return new Map(rows.map((each): [string, Decision] => [placeOf(each.row_number, each.column_name), each.decision as Decision]));
}

/** Where a job is; a queued one that was cancelled never runs. */
export const jobState = async ({ tx, regionId }: Call, jobId: string): Promise<string | undefined> =>
  (await tx.selectFrom('job').select('state').where('region_id', '=', regionId).where('id', '=', jobId).executeTakeFirst())?.state;
