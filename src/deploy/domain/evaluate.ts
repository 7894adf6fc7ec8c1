import { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { indicatorsIn, type Element, type EvaluationIndex, type Figures, type Indicator, type ScoringRule } from './evaluationIndex.ts';

const Scored = z.object({ key: z.string(), value: z.union([z.int(), z.string()]).nullable(), score: z.int().nullable(), vetoes: z.boolean() });
const ScoredElement = z.object({ key: z.string(), tenths: z.int().nullable(), indicators: z.array(Scored) });

/** What an evaluation comes to; tenths of a point, null while a figure is missing. */
export const EvaluationResult = z.object({ elements: z.array(ScoredElement), tenths: z.int().nullable(), level: z.string().nullable(), vetoedBy: z.string().nullable(), missing: z.array(z.string()) });
export type EvaluationResult = z.infer<typeof EvaluationResult>;

/** Points of 100 for a figure, or undefined when the figure does not fit the rule. */
export function scoreBy(rule: ScoringRule, value: number | string): number | undefined {
  if (rule.kind === 'choice') return typeof value === 'string' ? rule.scores[value] : undefined;
  if (typeof value !== 'number' || value < 0) return undefined;
  if (rule.kind === 'full') return Math.min(100, Math.floor((100 * value) / rule.full));
  return rule.steps.find(({ upTo }) => upTo === undefined || value <= upTo)?.score;
}

/** Are all told figures of this index and of their rule's kind? */
export function checkFigures(index: EvaluationIndex, figures: Figures): Answer<true> {
  const known = new Map(indicatorsIn(index.elements).map((indicator) => [indicator.key, indicator]));
  for (const [key, value] of Object.entries(figures)) {
    const indicator = known.get(key);
    if (!indicator) return no('indicatorUnknown', { field: key, params: { key } });
    if (scoreBy(indicator.rule, value) === undefined) return refusedFigure(indicator, value);
    if (typeof value === 'number' && value > mostFigure) return no('figureTooLarge', { field: key, params: { name: indicator.name, most: mostFigure } });
  }
  return yes(true);
}

const mostFigure = 1_000_000;

const refusedFigure = ({ key, name, unit, rule }: Indicator, value: number | string) => (rule.kind === 'choice'
  ? no('figureChoice', { field: key, params: { name, given: value, choices: Object.keys(rule.scores).join('\u3001') } })
  : no('figureNumber', { field: key, params: { name, given: value, unit } }));

/** Computes a year: each indicator, each element, the whole, and the level; one veto gives the lowest level whatever the points. */
export function evaluate(index: EvaluationIndex, figures: Figures): EvaluationResult {
  const elements = index.elements.map((element) => scoreElement(element, figures));
  const missing = indicatorsIn(index.elements).filter(({ key }) => figures[key] === undefined).map(({ name }) => name);
  const vetoing = elements.flatMap(({ indicators }) => indicators).find(({ vetoes }) => vetoes)?.key;
  const vetoedBy = indicatorsIn(index.elements).find(({ key }) => key === vetoing)?.name ?? null;
  const tenths = missing.length ? null : weighted(index.elements, elements.map((element) => element.tenths ?? 0));
  return { elements, tenths, missing, vetoedBy, level: tenths === null ? null : levelOf(index, tenths, vetoedBy !== null) };
}

function scoreElement({ key, indicators }: Element, figures: Figures): EvaluationResult['elements'][number] {
  const scored = indicators.map((indicator) => {
    const value = figures[indicator.key] ?? null;
    const score = value === null ? null : scoreBy(indicator.rule, value) ?? null;
    return { key: indicator.key, value, score, vetoes: indicator.rule.kind === 'choice' && typeof value === 'string' && indicator.rule.veto.includes(value) };
  });
  const complete = scored.every(({ score }) => score !== null);
  return { key, indicators: scored, tenths: complete ? weighted(indicators, scored.map(({ score }) => (score ?? 0) * 10)) : null };
}

/** The weighted mean in whole tenths, half rounded up; weights add up to 100. */
const weighted = (parts: readonly { weight: number }[], tenths: readonly number[]): number =>
  Math.floor((parts.reduce((sum, { weight }, at) => sum + weight * (tenths[at] ?? 0), 0) + 50) / 100);

/** The level of so many tenths. */
export const levelOf = ({ levels }: EvaluationIndex, tenths: number, vetoed: boolean): string =>
  (vetoed ? levels.at(-1) : levels.find(({ fromTenths }) => tenths >= fromTenths))?.name ?? '';

/** A term: the mean of its closed years; a veto in any of them is a veto of the term. */
export function evaluateTerm(index: EvaluationIndex, years: readonly EvaluationResult[]): EvaluationResult {
  const mean = (values: readonly (number | null)[]): number => Math.floor((2 * values.reduce<number>((sum, value) => sum + (value ?? 0), 0) + values.length) / (2 * values.length));
  const vetoedBy = years.find((year) => year.vetoedBy)?.vetoedBy ?? null;
  const tenths = mean(years.map((year) => year.tenths));
  const elements = index.elements.map(({ key }) => ({ key, indicators: [], tenths: mean(years.map((year) => year.elements.find((element) => element.key === key)?.tenths ?? null)) }));
  return { elements, tenths, missing: [], vetoedBy, level: levelOf(index, tenths, vetoedBy !== null) };
}
