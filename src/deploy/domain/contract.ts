import { evaluationContract } from './evaluationContract.ts';

/** What may be asked of deployment. */
export const deployContract = { ...evaluationContract };
