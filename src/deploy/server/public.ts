// The front door of deployment.
export { closeEvaluation, confirmEvaluation, objectToEvaluation } from './confirmEvaluation.ts';
export { enterFigureTable } from './enterFigures.ts';
export { listEvaluations } from './listEvaluations.ts';
