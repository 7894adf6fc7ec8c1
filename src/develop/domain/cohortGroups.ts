import { noGrowth, type Growth } from './growthShape.ts';

/** Where somebody stands for a goal in the coming year: already open, ripe in a quarter by time alone, short by a posting or study, or open for want of facts. */
export type Group = 'already' | 'q1' | 'q2' | 'q3' | 'q4' | 'near' | 'unknown';
export const groups: readonly Group[] = ['already', 'q1', 'q2', 'q3', 'q4', 'near', 'unknown'];

/** Missing by little: a posting of at most a quarter and three months of study. */
export const little: Growth = { ...noGrowth, postingDays: 92, studyMonths: 3 };
