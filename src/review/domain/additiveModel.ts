import { cholesky, logDeterminant, solveBy } from './cholesky.ts';
import type { Score } from './scoringGraph.ts';

const LEAST_VARIANCE = 1e-9;

/** Scores by index: score s is value[s], given to case caseOf[s] by reviewer reviewerOf[s]. */
export type ScoreTable = { cases: string[]; reviewers: string[]; caseOf: Int32Array; reviewerOf: Int32Array; value: Float64Array };

/** The fit at one ratio of variances: reviewers' levels, cases' effects, residual variance, the criterion, and what errors are made of. */
export type Fit = { ratio: number; levels: Float64Array; effects: Float64Array; residual: number; criterion: number; weights: Float64Array; root: Float64Array };

/** Scores as a table of indexes, in order of first appearance. */
export function scoreTable(scores: readonly Score[]): ScoreTable {
  const cases = [...new Set(scores.map((score) => score.case))];
  const reviewers = [...new Set(scores.map((score) => score.reviewer))];
  const caseAt = new Map(cases.map((name, index) => [name, index]));
  const reviewerAt = new Map(reviewers.map((name, index) => [name, index]));
  return {
    cases, reviewers,
    caseOf: Int32Array.from(scores, (score) => caseAt.get(score.case)!),
    reviewerOf: Int32Array.from(scores, (score) => reviewerAt.get(score.reviewer)!),
    value: Float64Array.from(scores, (score) => score.value),
  };
}

/**
 * score = reviewer's level + case's effect + residual; levels are fixed, effects random, variances by restricted
 * maximum likelihood. Levels are fixed so that a reviewer who adds a constant to all scores changes no comparison.
 */
export function fitAdditive(table: ScoreTable): Fit | undefined {
  let low = -10;
  let high = 10;
  const golden = (Math.sqrt(5) - 1) / 2;
  const criterionAt = (logRatio: number) => fitAt(table, Math.exp(logRatio))?.criterion ?? Infinity;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [criterionAt(left), criterionAt(right)];
  while (high - low > 1e-7) {
    if (atLeft < atRight) {
      high = right; right = left; atRight = atLeft;
      left = high - golden * (high - low); atLeft = criterionAt(left);
    } else {
      low = left; left = right; atLeft = atRight;
      right = low + golden * (high - low); atRight = criterionAt(right);
    }
  }
  return fitAt(table, Math.exp((low + high) / 2));
}

/** The fit when the residual variance is `ratio` times the variance between cases. */
export function fitAt(table: ScoreTable, ratio: number): Fit | undefined {
  const m = table.reviewers.length;
  const weights = caseWeights(table, ratio);
  const root = cholesky(reducedMatrix(table, weights), m);
  if (!root) return undefined;
  const sums = caseSums(table, table.value);
  const levels = solveBy(root, m, reducedRight(table, weights, sums));
  const expected = caseSums(table, Float64Array.from(table.reviewerOf, (reviewer) => levels[reviewer]!));
  const effects = weights.map((weight, index) => weight * (sums[index]! - expected[index]!));
  const free = table.value.length - m;
  let left = 0;
  table.value.forEach((value, s) => { left += value * (value - levels[table.reviewerOf[s]!]! - effects[table.caseOf[s]!]!); });
  const residual = Math.max(left / free, LEAST_VARIANCE);
  const determinant = logDeterminant(root, m) - weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  const criterion = free * Math.log(residual) + determinant - weights.length * Math.log(ratio);
  return { ratio, levels, effects, residual, criterion, weights, root };
}

function caseWeights(table: ScoreTable, ratio: number): Float64Array {
  const counts = caseSums(table, new Float64Array(table.value.length).fill(1));
  return counts.map((count) => 1 / (count + ratio));
}

function caseSums(table: ScoreTable, values: Float64Array): Float64Array {
  const sums = new Float64Array(table.cases.length);
  values.forEach((value, s) => { sums[table.caseOf[s]!]! += value; });
  return sums;
}

/** Reviewer × reviewer equations after the case effects are eliminated. */
function reducedMatrix(table: ScoreTable, weights: Float64Array): Float64Array {
  const m = table.reviewers.length;
  const matrix = new Float64Array(m * m);
  table.reviewerOf.forEach((reviewer) => { matrix[reviewer * m + reviewer]! += 1; });
  reviewersByCase(table).forEach((seen, index) => {
    for (const one of seen) for (const other of seen) matrix[one * m + other]! -= weights[index]!;
  });
  return matrix;
}

function reducedRight(table: ScoreTable, weights: Float64Array, sums: Float64Array): Float64Array {
  const right = new Float64Array(table.reviewers.length);
  table.value.forEach((value, s) => {
    const index = table.caseOf[s]!;
    right[table.reviewerOf[s]!]! += value - weights[index]! * sums[index]!;
  });
  return right;
}

/** Standard errors of case effects, with the uncertainty of the reviewers' levels in them. */
export function effectErrors(table: ScoreTable, { weights, root, residual }: Fit): Float64Array {
  const m = table.reviewers.length;
  const seenBy = reviewersByCase(table);
  return weights.map((weight, index) => {
    const right = new Float64Array(m);
    for (const reviewer of seenBy[index]!) right[reviewer]! += weight;
    const solved = solveBy(root, m, right);
    const variance = weight + right.reduce((sum, value, reviewer) => sum + value * solved[reviewer]!, 0);
    return Math.sqrt(residual * variance);
  });
}

function reviewersByCase(table: ScoreTable): number[][] {
  const seen = table.cases.map((): number[] => []);
  table.caseOf.forEach((index, s) => { seen[index]!.push(table.reviewerOf[s]!); });
  return seen;
}
