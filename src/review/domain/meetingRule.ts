import { z } from 'zod';
import type { BallotRule } from './ballotRule.ts';
import { ShareRule, type MeetingRules } from './roundRules.ts';

/** The rule of a meeting as it is pinned when the meeting is convened. */
export const PinnedRule = z.strictObject({
  panelSize: z.int().positive(), quorum: ShareRule, pass: ShareRule, passBase: z.enum(['entitled', 'cast']), passAtMost: z.strictObject({ need: z.int().min(0), of: z.int().positive() }).optional(),
});

/** How a round's meeting votes on so many files; a cap in files becomes a share of them. */
export function ballotRuleOf({ size, quorum, passShare, passBase, cap }: MeetingRules, files: number): BallotRule {
  const passAtMost = typeof cap === 'number' ? { need: Math.min(cap, files), of: files } : cap;
  return { panelSize: size, quorum, pass: passShare, passBase, ...(passAtMost ? { passAtMost } : {}) };
}

/** The rule of another ballot over files that tied at the cap, when so many places are left for them. */
export const runOffRule = (rule: BallotRule, places: number, tied: number): BallotRule => ({ ...rule, passAtMost: { need: places, of: tied } });
