import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { Letter } from './letter.ts';

/** The letter of a refused case. */
export const letterContract = {
  readLetter: route({ method: 'GET', path: '/api/cases/:caseId/letter', may: ['talent', 'employer', 'bureau'], summary: 'The notice of a refusal, for print', params: z.object({ caseId: z.string().max(60) }), response: Letter }),
};
