import { z } from 'zod';

/** A part of a whole as two whole numbers: two thirds are { need: 2, of: 3 }. */
export const ShareRule = z.strictObject({ need: z.int().positive(), of: z.int().positive() }).refine(({ need, of }) => need <= of, 'a share is at most the whole');

/** How the meeting of a round votes. Sizes and the two thirds come from 人社部令第40号 and stand in the programme's file. */
export const MeetingRules = z.strictObject({
  /** Members of the panel, an odd number; they are drawn in public. */
  size: z.int().min(1).refine((size) => size % 2 === 1, 'a panel has an odd number of members'),
  substitutes: z.int().min(0).default(0),
  quorum: ShareRule.default({ need: 2, of: 3 }),
  passShare: ShareRule.default({ need: 2, of: 3 }),
  /** Of all members present who may vote, or of the votes cast. */
  passBase: z.enum(['entitled', 'cast']).default('entitled'),
  /** At most this many, or this share, of the files may pass. */
  cap: z.union([ShareRule, z.int().positive()]).optional(),
  /** The policy of procedure that the panel must satisfy before it may meet, its result, and the scope of this panel in the policy's words. */
  lawful: z.strictObject({ policy: z.string().min(1), result: z.string().min(1), scope: z.string().min(1) }).optional(),
});

/** The rules of a review round, from the programme's `review:` block; pinned when the round opens. */
export const RoundRules = z.strictObject({
  /** Reviewers per file. */
  reviewers: z.int().min(1).max(15),
  /** Code of the score sheet. */
  sheet: z.string().min(1),
  blinding: z.enum(['open', 'single', 'double']),
  /** Which mean is official; the other is shown beside it. */
  official: z.enum(['raw', 'calibrated']).default('raw'),
  /** The official mean, in tenths of a point, below which a file does not pass. */
  passTenths: z.int().min(0).max(1000).optional(),
  /** Files are assigned over the whole pool or over the drawn members only. */
  reviewersFrom: z.enum(['pool', 'panel']).default('pool'),
  /** A conflict with one file bars from the whole round, or from that file only. */
  conflictBars: z.enum(['round', 'file']).default('round'),
  /** At most this many reviewers of one institution on one file. */
  perInstitution: z.int().min(1).default(1),
  /** At least this many reviewers from outside the region's own institutions on one file, and in the drawn panel. */
  external: z.int().min(0).default(0),
  /** Files one reviewer takes at most; undefined shares them evenly. */
  mostFiles: z.int().min(1).optional(),
  /** Term for a score, in working days. */
  workingDays: z.int().min(1).max(120).default(10),
  meeting: MeetingRules.optional(),
  /** The institution that reviews under the bureau's supervision (自主评审). */
  delegatedTo: z.string().optional(),
}).refine((rules) => rules.reviewersFrom === 'pool' || rules.meeting !== undefined, 'reviewers from the panel need a meeting, whose members are drawn');
export type RoundRules = z.infer<typeof RoundRules>;
export type MeetingRules = z.infer<typeof MeetingRules>;
