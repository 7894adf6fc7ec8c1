import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { keepContent, readContent, sha256Of } from '#platform/server/content.store.ts';
import { mediaTypes, readDocument } from '#platform/server/fileContent.ts';
import type { Download } from '#platform/server/serve.ts';
import { findCase } from './case.store.ts';
import { documentsOf, insertDocument } from './document.store.ts';

const longestName = 200;

/** Takes a document of evidence with its content, sealed; it is known by its inside, and its name is only ever shown. The same file for the same kind is taken once. */
export async function addFile(call: Call, input: { caseId: string; kind: string; shownName: string; content: Buffer }): Promise<Answer<{ documentId: string }>> {
  const found = await findCase(call, input.caseId, { lock: true });
  if (!found || found.ended_at !== null) return no('notFound');
  if (!found.programme.documents[input.kind]) return no('documentUnknown', { field: 'kind' });
  const form = await readDocument(input.content);
  if (!form.ok) return form;
  const sha256 = sha256Of(input.content);
  const before = (await documentsOf(call, found.id)).find((each) => each.kind === input.kind && each.sha256 === sha256 && each.content !== null);
  if (before) return yes({ documentId: before.id });
  const content = await keepContent(call, { form: form.value, bytes: input.content });
  const documentId = call.newId('doc');
  await insertDocument(call, { id: documentId, caseId: found.id, kind: input.kind, name: shownOf(input.shownName), bytes: input.content.length, sha256, content });
  await audit(call, { act: 'case.document', subject: found.id, detail: { kind: input.kind, documentId } });
  return yes({ documentId });
}

/** A document of a case the actor may see, as it was handed in. */
export async function downloadFile(call: Call, { caseId, documentId }: { caseId: string; documentId: string }): Promise<Answer<Download>> {
  const found = await findCase(call, caseId);
  const document = found && (await documentsOf(call, found.id)).find(({ id }) => id === documentId);
  const kept = document?.content ? await readContent(call, document.content) : undefined;
  if (!document || !kept) return no('notFound');
  await audit(call, { act: 'case.readDocument', subject: caseId, detail: { documentId } });
  return yes({ fileName: document.name, mediaType: mediaTypes[kept.form], content: kept.bytes });
}

// What a screen or a database cannot take is left out of a name; the name is never used as one.
const shownOf = (name: string): string => Array.from(name.toWellFormed().replace(/\p{Cc}|\p{Cf}/gu, '')).slice(0, longestName).join('') || '-';
