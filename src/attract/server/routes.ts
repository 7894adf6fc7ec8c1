import { serve } from '#platform/server/serve.ts';
import { attractContract } from '../domain/contract.ts';
import { listExams } from './listExams.ts';

export const attractRoutes = serve(attractContract, {
  listExams: (_input, call) => listExams(call),
});
