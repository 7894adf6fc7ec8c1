import type { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { AddDocument } from '../domain/contract.ts';
import { findCase } from './case.store.ts';
import { insertDocument } from './document.store.ts';

/** Describes a document of evidence; the same file (by its hash) is taken once for a kind. */
export async function addDocument(call: Call, input: z.input<typeof AddDocument> & { caseId: string }): Promise<Answer<{ documentId: string }>> {
  const found = await findCase(call, input.caseId, { lock: true });
  if (!found || found.ended_at !== null) return no('notFound');
  if (!found.programme.documents[input.kind]) return no('documentUnknown', { field: 'kind' });
  const documentId = call.newId('doc');
  await insertDocument(call, { id: documentId, caseId: found.id, kind: input.kind, name: input.name, bytes: input.bytes, sha256: input.sha256 });
  await audit(call, { act: 'case.document', subject: found.id, detail: { kind: input.kind, documentId } });
  return yes({ documentId });
}
