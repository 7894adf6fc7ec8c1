import type { Call } from '#platform/server/call.ts';

/** What tells one set of published versions from another. */
export type PublishedMark = { code: string; version: string; checksum: string };

/** Every version that officers of the region published, in the order of their days. */
export const publishedMarks = ({ tx, regionId }: Call): Promise<PublishedMark[]> =>
  tx.selectFrom('policy_version').select(['code', 'version', 'checksum']).where('region_id', '=', regionId).orderBy('code').orderBy('effective_from').execute();

/** The text of a published version. */
export const publishedSource = async ({ tx, regionId }: Call, code: string, version: string): Promise<string> =>
  (await tx.selectFrom('policy_version').select('source').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version).executeTakeFirstOrThrow()).source;
