import { z } from 'zod';
import { WrittenExplanation } from '#policy/domain/writtenExplanation.ts';
import type { Say } from '#policy/domain/plainRule.ts';

/** The notice of a refusal as it is printed. */
export const Letter = z.object({
  title: z.string(), number: z.string(), addressee: z.string(), opening: z.array(z.string()), reasonsHeading: z.string(), reasons: z.array(z.string()),
  explainedHeading: z.string(), explanation: WrittenExplanation.nullable(), notJudged: z.string(), objectionHeading: z.string(), objection: z.array(z.string()), issuer: z.string(), date: z.string(),
});
export type Letter = z.infer<typeof Letter>;

/** What a letter is made of: the case, its pinned programme, the step that refused it, and the judgement kept then. */
export type Refused = {
  number: string; programme: string; version: number; basis: readonly { document: string; article: string }[]; category: string; name: string; organisation: string;
  submittedOn: string | undefined; stage: string; action: string; position: number; reason: string | null; refusedOn: string; issuer: string; byOffice: boolean;
  explanation: WrittenExplanation | null;
};

/** Writes the notice of a refusal: decision, reasons, conditions and facts, and the way to object. */
export function writeLetter(refused: Refused, say: Say): Letter {
  const { programme, number, stage, action, issuer } = refused;
  const category = refused.category ? ` · ${refused.category}` : '';
  const said = { programme, category, number, stage, action, day: refused.submittedOn ?? '' };
  return {
    title: say('cases.letter.title', { programme }), number: say('cases.letter.number', { number, position: refused.position }),
    addressee: say('cases.letter.to', { name: refused.name, organisation: refused.organisation }),
    opening: [say(refused.submittedOn ? 'cases.letter.received' : 'cases.letter.notSubmitted', said), say('cases.letter.pinned', { programme, version: refused.version })],
    reasonsHeading: say('cases.letter.reasons'),
    reasons: [refused.reason ? say('cases.letter.reason', { reason: refused.reason }) : say('cases.letter.noReason'), ...refused.basis.map((each) => say('cases.letter.basis', each))],
    explainedHeading: say('cases.letter.explained'), explanation: refused.explanation, notJudged: refused.explanation ? '' : say('cases.letter.notJudged'),
    objectionHeading: say('cases.letter.objection'),
    objection: [say('cases.letter.correct'), say('cases.letter.review', { issuer }), ...(refused.byOffice ? [say('cases.letter.law')] : [])],
    issuer, date: refused.refusedOn,
  };
}
