import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { Judged, openContract } from './openContract.ts';
import { explanationContract } from './explanationContract.ts';
import { sandboxContract } from './sandboxContract.ts';
import { studioContract } from './studioContract.ts';

/** Everything that may be asked of policies. */
export const policyContract = {
  ...openContract,
  ...explanationContract,
  ...studioContract,
  ...sandboxContract,
  explainPerson: route({
    method: 'GET', path: '/api/policies/people/:personId', may: ['employer', 'bureau', 'specialist', 'leader'], summary: 'What the policies say of one person, with reasons',
    params: z.object({ personId: z.string() }), query: z.object({ code: z.string().optional(), asOf: z.iso.date().optional() }), response: z.object({ judged: z.array(Judged) }),
  }),
};
