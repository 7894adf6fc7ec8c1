import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

const CaseId = z.object({ caseId: z.string().max(60) });

/** The doors of a case's documents with their content. */
export const fileContract = {
  addFile: route({
    method: 'POST', path: '/api/cases/:caseId/files', may: ['talent', 'employer'], file: 'in', summary: 'Hands in a document of evidence', params: CaseId,
    body: z.object({ kind: z.string().max(60) }), response: z.object({ documentId: z.string() }),
  }),
  downloadFile: route({
    method: 'GET', path: '/api/cases/:caseId/files/:documentId', may: ['talent', 'employer', 'bureau'], file: 'out', summary: 'A document of a case as it was handed in',
    params: CaseId.extend({ documentId: z.string().max(60) }), response: z.unknown(),
  }),
};
