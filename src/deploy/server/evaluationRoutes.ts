import { serve } from '#platform/server/serve.ts';
import { evaluationContract } from '../domain/evaluationContract.ts';
import { agreeToEvaluation, answerObjection, closeEvaluation, confirmEvaluation, objectToEvaluation } from './confirmEvaluation.ts';
import { checkFigureTable, enterFigureTable, saveFigures, startEvaluation, startTerm } from './enterFigures.ts';
import { listEvaluations, listOwnEvaluations, viewEvaluation } from './listEvaluations.ts';

export const evaluationRoutes = serve(evaluationContract, {
  listEvaluations: ({ query }, call) => listEvaluations(call, query),
  listOwnEvaluations: (_input, call) => listOwnEvaluations(call),
  viewEvaluation: ({ params }, call) => viewEvaluation(call, params),
  startEvaluation: ({ body }, call) => startEvaluation(call, body),
  startTerm: ({ body }, call) => startTerm(call, body),
  saveFigures: ({ params, body }, call) => saveFigures(call, { ...params, ...body }),
  checkFigureTable: ({ body }, call) => checkFigureTable(call, body),
  enterFigureTable: ({ body }, call) => enterFigureTable(call, body),
  confirmEvaluation: ({ params }, call) => confirmEvaluation(call, params),
  objectToEvaluation: ({ params, body }, call) => objectToEvaluation(call, { ...params, ...body }),
  agreeToEvaluation: ({ params }, call) => agreeToEvaluation(call, params),
  answerObjection: ({ params, body }, call) => answerObjection(call, { ...params, ...body }),
  closeEvaluation: ({ params }, call) => closeEvaluation(call, params),
});
