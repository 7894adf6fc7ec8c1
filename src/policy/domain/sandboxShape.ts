import { z } from 'zod';

const Verdict = z.enum(['yes', 'no', 'unknown']);
/** Fen; `possible` is null where no upper end is known. */
const Cost = z.object({ sure: z.int(), possible: z.int().nullable() });

/** Other values for parameters that are whole numbers (money in fen), tried for a day. */
export const SandboxAsk = z.object({ parameters: z.record(z.string(), z.int().min(0)), asOf: z.iso.date().optional() });

/** What the tried values would change, against the published policy, over everybody in the region. */
export const SandboxReport = z.object({
  asOf: z.string(),
  people: z.int(),
  /** What may be changed, with the published value. */
  parameters: z.array(z.object({ name: z.string(), fen: z.boolean(), unverified: z.boolean(), value: z.int().nullable() })),
  /** `justOutside`: of the first people with a no, how many are one step away; null where the tried values do not touch the result. */
  results: z.array(z.object({ name: z.string(), yes: z.int(), gains: z.int(), loses: z.int(), becomesUnknown: z.int(), justOutside: z.object({ people: z.int(), of: z.int() }).nullable() })),
  institutions: z.array(z.object({ organisationId: z.string(), name: z.string(), gains: z.int(), loses: z.int() })),
  /** `unverified`: some amount has no official text yet, so the cost is an assumption. */
  cost: z.object({ before: Cost, after: Cost, unverified: z.boolean() }),
  changedTotal: z.int(),
  changed: z.array(z.object({ personId: z.string(), name: z.string(), organisation: z.string(), result: z.string(), before: Verdict, after: Verdict })),
  missing: z.array(z.object({ fact: z.string(), people: z.int() })),
});
