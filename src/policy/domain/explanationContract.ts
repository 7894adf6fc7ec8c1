import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { WrittenExplanation } from './writtenExplanation.ts';

const Asked = z.object({ code: z.string().max(60), result: z.string().max(60) });
const Written = z.object({ name: z.string(), organisationName: z.string(), platform: z.string(), madeOn: z.string(), explanation: WrittenExplanation });

/** One result for one person on one printable page. */
export const explanationContract = {
  ownExplanation: route({ method: 'GET', path: '/api/policies/mine/explanation', may: ['talent'], summary: 'Why I have a result or not, written out for print', query: Asked, response: Written }),
  personExplanation: route({
    method: 'GET', path: '/api/policies/people/:personId/explanation', may: ['employer', 'bureau'], summary: 'Why a person in scope has a result or not, written out for print', params: z.object({ personId: z.string().max(60) }), query: Asked, response: Written,
  }),
};
