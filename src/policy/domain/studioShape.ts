import { z } from 'zod';
import { DraftReport } from './changeShape.ts';

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
