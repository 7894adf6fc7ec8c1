import { z } from 'zod';
import { signedIn } from '#platform/domain/actor.ts';
import { route } from '#platform/domain/contract.ts';

/** A professional exam of the year: its month, when one registers, and whether the year's notice has been checked. */
export const ExamRow = z.object({ name: z.string(), registration: z.string(), month: z.int().min(1).max(12), unverified: z.boolean() });
export type ExamRow = z.infer<typeof ExamRow>;

/** What the portal shows beside what other slices offer. */
export const attractContract = {
  listExams: route({ method: 'GET', path: '/api/attract/exams', may: ['visitor', ...signedIn], summary: 'The professional exams of the year, from this month on', response: z.object({ rows: z.array(ExamRow) }) }),
};
