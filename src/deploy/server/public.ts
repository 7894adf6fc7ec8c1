// The front door of deployment.
export { agreeToEvaluation, closeEvaluation, confirmEvaluation } from './confirmEvaluation.ts';
export { enterFigureTable } from './enterFigures.ts';
export { listEvaluations } from './listEvaluations.ts';
