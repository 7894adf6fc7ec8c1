import { z } from 'zod';

const Day = z.iso.date();
/** Fen; `possible` is null where no upper end is known. */
const Cost = z.object({ sure: z.int(), possible: z.int().nullable() });

/** Who gains, loses or becomes unknown against the version before, judged on the day of effect: counts only, nobody's name. */
export const DraftReport = z.object({
  asOf: Day, people: z.int(),
  results: z.array(z.object({ name: z.string(), yes: z.int(), gains: z.int(), loses: z.int(), becomesUnknown: z.int() })),
  institutions: z.array(z.object({ organisationId: z.string(), name: z.string(), gains: z.int(), loses: z.int() })),
  cost: z.object({ before: Cost, after: Cost }),
});
export type DraftReport = z.infer<typeof DraftReport>;

const Dated = z.array(z.object({ from: z.string(), value: z.string() }));
/** What one version says differently from another; see domain/changes.ts. */
export const ChangeLine = z.object({
  kind: z.enum(['title', 'force', 'document', 'parameter', 'clause', 'result', 'composition']), name: z.string(), change: z.enum(['added', 'removed', 'changed', 'settled', 'opened']),
  before: Dated, after: Dated, unit: z.enum(['age', 'years', 'fen', 'items', '']), results: z.array(z.string()), entered: z.array(z.string()), left: z.array(z.string()), basis: z.string(),
  openBefore: z.boolean(), openAfter: z.boolean(),
});

const Side = z.object({ version: z.string(), from: z.string(), to: z.string().optional(), unverified: z.int() });
export const Comparison = z.object({
  code: z.string(), title: z.string(), before: Side, after: Side, versions: z.array(z.object({ version: z.string(), from: z.string() })), changes: z.array(ChangeLine),
  /** Who published the later version and when, where officers did. */
  published: z.object({ at: z.iso.datetime(), report: DraftReport.nullable() }).nullable(),
});
