import { serve } from '#platform/server/serve.ts';
import { policyContract } from '../domain/contract.ts';
import { checkEligibility } from './checkEligibility.ts';
import { comparePolicies } from './comparePolicies.ts';
import { explainPerson, ownEntitlements } from './personJudged.ts';
import { listPolicies, listQuestions, viewPolicy } from './readPolicies.ts';
import { studioRoutes } from './studioRoutes.ts';
import { sandboxRoutes } from './sandboxRoutes.ts';
import { ownExplanation, personExplanation } from './writtenFor.ts';

export const policyRoutes = serve(policyContract, {
  ...studioRoutes,
  ownExplanation: ({ query }, call) => ownExplanation(call, query),
  personExplanation: ({ params, query }, call) => personExplanation(call, { ...params, ...query }),
  listPolicies: (_input, call) => listPolicies(call),
  comparePolicies: ({ params, query }, call) => comparePolicies(call, { ...params, ...query }),
  viewPolicy: ({ params }, call) => viewPolicy(call, params.code, params.version),
  checkEligibility: ({ body }, call) => checkEligibility(call, body),
  listQuestions: ({ query }, call) => listQuestions(call, query.code),
  listOwnEntitlements: ({ query }, call) => ownEntitlements(call, query),
  explainPerson: ({ params, query }, call) => explainPerson(call, { ...params, ...query }),
  ...sandboxRoutes,
});
