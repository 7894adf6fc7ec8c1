import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import { DraftReport } from '../domain/changeShape.ts';

/** What tells one set of published versions from another. */
export type PublishedMark = { code: string; version: string; checksum: string };

/** Every version that officers of the region published, in the order of their days. */
export const publishedMarks = ({ tx, regionId }: Call): Promise<PublishedMark[]> =>
  tx.selectFrom('policy_version').select(['code', 'version', 'checksum']).where('region_id', '=', regionId).orderBy('code').orderBy('effective_from').execute();

/** The text of a published version. */
export const publishedSource = async ({ tx, regionId }: Call, code: string, version: string): Promise<string> =>
  (await tx.selectFrom('policy_version').select('source').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirstOrThrow()).source;

type NewVersion = { code: string; version: string; from: string; source: string; checksum: string; draftId: string; writers: string[]; submittedBy: string; report: DraftReport | null };

/** Enters a published version for good. */
export const addVersion = ({ tx, regionId, actor, clock }: Call, { from, draftId, submittedBy, report, ...version }: NewVersion) =>
  tx.insertInto('policy_version').values({
    ...version, region_id: regionId, effective_from: from, draft_id: draftId, submitted_by: submittedBy, published_by: actor.accountId, published_at: clock.now(), report: report && JSON.stringify(report),
  }).execute();

/** When a version was published here and what it was said to change; undefined where it comes from a file. */
export async function publicationOfVersion({ tx, regionId }: Call, code: string, version: string): Promise<{ at: Date; report: DraftReport | null } | undefined> {
  const row = await tx.selectFrom('policy_version').select(['published_at', 'report']).where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirst();
  return row && { at: row.published_at, report: row.report === null ? null : DraftReport.parse(row.report) };
}

/** Makes publications of one policy wait for one another. */
export const lockPolicy = ({ tx, regionId }: Call, code: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`${regionId}/${code}`}, 2))`.execute(tx);
