import { unlocks } from '#policy/domain/unlocks.ts';
import type { Named, Standing } from './standing.ts';

/** A missing fact, the answers that hang on it alone, and how many it belongs to among others. */
export type TopQuestion = { fact: string; alone: Named[]; among: number };

/** The facts that settle most for one person, those first that settle something alone. */
export const topQuestions = ({ questions }: Pick<Standing, 'questions'>, most: number): TopQuestion[] =>
  unlocks(questions.map(({ missing }) => missing)).slice(0, most).map(({ fact, among }) => ({
    fact, among, alone: questions.filter(({ missing }) => missing.length === 1 && missing[0] === fact).map(({ policy, version, result }) => ({ policy, version, result })),
  }));
