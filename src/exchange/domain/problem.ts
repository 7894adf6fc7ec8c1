import { z } from 'zod';

/**
 * What a problem means for its row: `refuse` keeps the row out, `confirm` keeps it out until somebody decides,
 * `corrected` was put right by us and can be undone, `flagged` goes in and is only worth a look.
 */
export const Severity = z.enum(['refuse', 'confirm', 'corrected', 'flagged']);
export type Severity = z.infer<typeof Severity>;

/** What a person decided about one cell: take the proposed fix, undo our correction, update the known person, or take as somebody new. */
export const Decision = z.enum(['accept', 'undo', 'update', 'new']);
export type Decision = z.infer<typeof Decision>;

/** What is wrong with one cell; the reason has words in both languages. */
export type CellProblem = {
  column: string;
  reason: string;
  severity: Severity;
  params: Record<string, string | number>;
  /** What the cell should say instead; absent where only the original document can tell. */
  fix?: string;
};

/** The same, with its place in the file; rows count from 1 as Excel does. */
export type RowProblem = CellProblem & { sheet: string; row: number };

/** Decisions by place in the file. */
export type Decisions = ReadonlyMap<string, Decision>;

/** The key of a decision. */
export const placeOf = (row: number, column: string): string => `${row}:${column}`;

/** Does this problem keep its row out? */
export const keepsOut = ({ severity }: Pick<CellProblem, 'severity'>): boolean => severity === 'refuse' || severity === 'confirm';
