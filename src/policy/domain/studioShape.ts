import { z } from 'zod';

const Day = z.iso.date();
const Instant = z.iso.datetime();
/** The text of a draft, sound or not; PostgreSQL keeps no zero character. */
export const DraftText = z.string().min(1).max(200_000).refine((text) => !text.includes('\0'));
const Code = z.string().regex(/^[a-z]+(-[a-z]+)*$/).max(60);
const Version = z.string().regex(/^[0-9A-Za-z.]+$/).max(20);
const Line = z.string().trim().min(1).max(200);

/** A draft begins from the newest version of a policy, or as a new policy with its title, first document and first result. */
export const StartDraft = z.strictObject({
  code: Code, version: Version, from: Day,
  fresh: z.strictObject({ title: Line, document: Line, result: z.string().regex(/^[\p{L}_][\p{L}\p{N}_·]*$/u).max(60) }).optional(),
});
export type StartDraft = z.input<typeof StartDraft>;

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

export const DraftRow = z.object({
  id: z.string(), code: z.string(), version: z.string(), title: z.string(), state: z.enum(['drafting', 'submitted', 'published', 'dropped']),
  writers: z.array(z.string()), savedBy: z.string(), savedAt: Instant,
  /** It waits for somebody else than its writers, and you are somebody else. */
  yours: z.boolean(),
});
export type DraftRow = z.infer<typeof DraftRow>;

const Step = z.object({ act: z.enum(['start', 'submit', 'reject', 'publish', 'drop']), by: z.string(), at: Instant, reason: z.string().nullable() });

/** One draft with everything its page shows; `shut` gives the reason why an act is not open to the asker. */
export const DraftView = DraftRow.extend({
  source: z.string(), saved: z.int(), steps: z.array(Step), report: DraftReport.nullable(),
  /** The version it follows, with its text. */
  base: z.object({ version: z.string(), from: z.string(), source: z.string() }).nullable(),
  /** The fact dictionary that the text is checked against. */
  dictionary: z.string(),
  shut: z.object({ save: z.string().nullable(), submit: z.string().nullable(), reject: z.string().nullable(), publish: z.string().nullable(), drop: z.string().nullable() }),
  own: z.boolean(),
});
export type DraftView = z.infer<typeof DraftView>;

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
  published: z.object({ at: Instant, report: DraftReport.nullable() }).nullable(),
});
