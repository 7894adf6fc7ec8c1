import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

/** What is wrong with one cell of an expert's row, and what it should say where that is clear. */
const ExpertProblem = z.object({ column: z.string(), message: z.string(), fix: z.string().nullable() });
const ExpertLine = z.object({ row: z.int(), name: z.string(), organisation: z.string(), fields: z.string(), term: z.string(), problems: z.array(ExpertProblem), entered: z.boolean() });
export type ExpertLine = z.infer<typeof ExpertLine>;

/** The door by which experts come in from a sheet: looked at first, then only the right rows go in. */
export const expertImportContract = {
  expertColumns: route({ method: 'GET', path: '/api/imports/experts/columns', may: ['bureau'], summary: 'The columns of a sheet of experts', response: z.object({ columns: z.array(z.string()) }) }),
  importExperts: route({
    method: 'POST', path: '/api/imports/experts', may: ['bureau'], file: 'in', summary: 'Looks at a sheet of experts, or enters its right rows',
    body: z.object({ enter: z.enum(['no', 'yes']) }), response: z.object({ rows: z.array(ExpertLine), good: z.int(), refused: z.int() }),
  }),
};
