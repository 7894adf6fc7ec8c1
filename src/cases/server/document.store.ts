import type { Selectable } from 'kysely';
import type { CaseDocument } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export type DocumentRow = Selectable<CaseDocument>;

/** Documents of a case that were not dropped. */
export const documentsOf = ({ tx, regionId }: Call, caseId: string): Promise<DocumentRow[]> =>
  tx.selectFrom('case_document').selectAll().where('region_id', '=', regionId).where('case_id', '=', caseId).where('dropped_at', 'is', null).orderBy('id').execute();

type NewDocument = { id: string; caseId: string; kind: string; name: string; bytes: number; sha256: string; content?: string };

/** Enters a document's description. */
export const insertDocument = ({ tx, regionId, clock, actor }: Call, { caseId, ...document }: NewDocument) =>
  tx.insertInto('case_document').values({ ...document, region_id: regionId, case_id: caseId, added_by: actor.accountId, added_at: clock.now() }).execute();
