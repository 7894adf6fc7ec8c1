import { z } from 'zod';

const Score = z.int().min(0).max(100);

/** How a figure becomes points of 100: by a choice, in proportion to a full mark, or by steps. */
export const ScoringRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), scores: z.record(z.string(), Score), veto: z.array(z.string()).default([]) }),
  z.strictObject({ kind: z.literal('full'), full: z.int().positive() }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(z.strictObject({ upTo: z.int().optional(), score: Score })).min(2) }),
]);
export type ScoringRule = z.infer<typeof ScoringRule>;

const Indicator = z.strictObject({
  key: z.string(), name: z.string(), unit: z.string().default(''), weight: z.int().positive(), source: z.string(),
  /** The fact that the figure is first taken from. */
  fact: z.string().optional(), rule: ScoringRule,
});
export type Indicator = z.infer<typeof Indicator>;

const Element = z.strictObject({ key: z.string(), name: z.string(), weight: z.int().positive(), indicators: z.array(Indicator).min(1) });
export type Element = z.infer<typeof Element>;

const whole = (parts: readonly { weight: number }[]) => parts.reduce((sum, { weight }) => sum + weight, 0) === 100;

/** Elements with their indicators, weights and levels, as a region's file states them; `unverified` names what no public text gives. */
export const EvaluationIndex = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/), title: z.string(), version: z.string(), basis: z.strictObject({ document: z.string(), date: z.iso.date(), says: z.string() }),
  /** The fact that a closed result is written to. */
  fact: z.string(), termYears: z.int().min(2).max(6), objectionDays: z.int().positive(),
  levels: z.array(z.strictObject({ name: z.string(), fromTenths: z.int().min(0).max(1000) })).min(2), unverified: z.array(z.enum(['weights', 'full', 'levels', 'objectionDays'])), elements: z.array(Element).min(1),
}).refine(({ elements }) => whole(elements) && elements.every(({ indicators }) => whole(indicators)), 'weights must add up to 100')
  .refine(({ levels }) => levels.every(({ fromTenths }, at) => at === 0 || fromTenths < (levels[at - 1]?.fromTenths ?? 0)) && levels.at(-1)?.fromTenths === 0, 'levels must fall to 0')
  .refine(({ elements }) => new Set(indicatorsIn(elements).map(({ key }) => key)).size === indicatorsIn(elements).length, 'an indicator stands twice');
export type EvaluationIndex = z.infer<typeof EvaluationIndex>;

/** Every indicator of some elements. */
export const indicatorsIn = (elements: readonly Element[]): Indicator[] => elements.flatMap(({ indicators }) => indicators);

/** Figures by the key of their indicator: a whole number or the label of a choice. */
export const Figures = z.record(z.string(), z.union([z.int(), z.string().max(40)]));
export type Figures = z.infer<typeof Figures>;
