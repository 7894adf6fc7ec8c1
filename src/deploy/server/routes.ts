import { evaluationRoutes } from './evaluationRoutes.ts';

export const deployRoutes = [...evaluationRoutes];
