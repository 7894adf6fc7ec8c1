import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { effectErrors, fitAdditive, fitAt, scoreTable } from './additiveModel.ts';
import { connectedPanels, rawMeans, type Score } from './scoringGraph.ts';

/** A case's raw mean beside its mean after the reviewers' severity is taken out, with the standard error of the latter. */
export type CalibratedCase = { case: string; raw: number; adjusted: number; standardError: number; scores: number };
/** How far above (+) or below (−) the round's level a reviewer scores, in points. */
export type CalibratedReviewer = { reviewer: string; severity: number; scores: number };
/** A calibrated round; spreads are standard deviations in points. */
export type Calibration = { cases: CalibratedCase[]; reviewers: CalibratedReviewer[]; spread: { betweenCases: number; residual: number } };

/** Takes the reviewers' severity out of a round; refuses panels that no score joins, and rounds too small to estimate. */
export function calibrate(scores: readonly Score[]): Answer<Calibration> {
  const panels = connectedPanels(scores);
  if (panels.length > 1) return no('panelsNotConnected', { params: { panels: panels.length } });
  const table = scoreTable(scores);
  const { cases, reviewers } = table;
  if (cases.length < 2 || reviewers.length < 2 || scores.length < cases.length + reviewers.length) return no('tooFewScores', { params: { scores: scores.length } });
  const fit = fitAdditive(table);
  if (!fit) return no('tooFewScores', { params: { scores: scores.length } });
  const level = fit.levels.reduce((sum, value) => sum + value, 0) / reviewers.length;
  const raw = rawMeans(scores);
  const errors = effectErrors(table, fit);
  return yes({
    cases: cases.map((name, index) => ({
      case: name, raw: raw.get(name)!, adjusted: level + fit.effects[index]!, standardError: errors[index]!, scores: countIn(table.caseOf, index),
    })),
    reviewers: reviewers.map((name, index) => ({ reviewer: name, severity: fit.levels[index]! - level, scores: countIn(table.reviewerOf, index) })),
    spread: { betweenCases: Math.sqrt(fit.residual / fit.ratio), residual: Math.sqrt(fit.residual) },
  });
}

/**
 * Each case's adjusted mean with the spreads already known, up to one constant for all; undefined where panels fall
 * apart. For asking many times what a round would be without somebody.
 */
export function adjustedBy(scores: readonly Score[], { spread }: Calibration): Map<string, number> | undefined {
  if (connectedPanels(scores).length > 1) return undefined;
  const table = scoreTable(scores);
  const fit = fitAt(table, (spread.residual / spread.betweenCases) ** 2);
  return fit && new Map(table.cases.map((name, index) => [name, fit.effects[index]!]));
}

const countIn = (indexes: Int32Array, wanted: number) => indexes.reduce((count, index) => count + (index === wanted ? 1 : 0), 0);
