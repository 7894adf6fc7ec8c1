import { adjustedBy, calibrate } from './calibration.ts';
import { rawMeans, type Score } from './scoringGraph.ts';

/** A case whose place among the passing ones depends on whether one reviewer's scores are counted. */
export type Hinge = { case: string; reviewer: string; passes: boolean; passesWithout: boolean };

/**
 * Every result that one reviewer alone decides, when the best `places` cases pass by the given measure; where leaving
 * him out cuts the round in two, raw means must do. Empty for an adjusted measure of a round that cannot be calibrated.
 */
export function hingingResults(scores: readonly Score[], places: number, measure: 'raw' | 'adjusted'): Hinge[] {
  const calibration = measure === 'adjusted' ? calibrate(scores) : undefined;
  if (calibration && !calibration.ok) return [];
  const passingOf = (counted: readonly Score[]) =>
    bestOf((calibration && adjustedBy(counted, calibration.value)) ?? rawMeans(counted), places);
  const passing = passingOf(scores);
  return [...new Set(scores.map(({ reviewer }) => reviewer))].flatMap((reviewer) => {
    const passingWithout = passingOf(scores.filter((score) => score.reviewer !== reviewer));
    return scores.filter((score) => score.reviewer === reviewer)
      .map((score) => ({ case: score.case, reviewer, passes: passing.has(score.case), passesWithout: passingWithout.has(score.case) }))
      .filter(({ passes, passesWithout }) => passes !== passesWithout);
  });
}

function bestOf(values: ReadonlyMap<string, number>, places: number): Set<string> {
  const ranked = [...values].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
  return new Set(ranked.slice(0, places).map(([name]) => name));
}
