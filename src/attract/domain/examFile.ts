import { z } from 'zod';
import type { ExamRow } from './contract.ts';
import { examWords as k } from './keywords.ts';

const Exam = z.strictObject({ [k.name]: z.string(), [k.registration]: z.string(), [k.month]: z.int().min(1).max(12), [k.unverified]: z.boolean().default(false) });
const ExamFile = z.strictObject({ [k.exams]: z.array(Exam) });

/** The exams of a region's file; a malformed file throws. */
export const readExams = (content: unknown): ExamRow[] =>
  ExamFile.parse(content)[k.exams].map((exam) => ({ name: exam[k.name], registration: exam[k.registration], month: exam[k.month], unverified: exam[k.unverified] }));

/** Exams in the order in which they come, beginning with the month of a date. */
export const fromMonthOf = (today: string, exams: readonly ExamRow[]): ExamRow[] => {
  const now = Number(today.slice(5, 7));
  return exams.toSorted((a, b) => ((a.month - now + 12) % 12) - ((b.month - now + 12) % 12));
};
