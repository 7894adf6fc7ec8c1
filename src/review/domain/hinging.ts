import { calibrate } from './calibration.ts';
import { rawMeans, type Score } from './scoringGraph.ts';

/** A case whose place among the passing ones depends on whether one reviewer's scores are counted. */
export type Hinge = { case: string; reviewer: string; passes: boolean; passesWithout: boolean };

/** Every result that one reviewer alone decides, when the best `places` cases pass by the given measure. */
export function hingingResults(scores: readonly Score[], places: number, measure: 'raw' | 'adjusted'): Hinge[] {
  const passing = bestOf(scores, places, measure);
  if (!passing) return [];
  return [...new Set(scores.map(({ reviewer }) => reviewer))].flatMap((reviewer) => {
    const rest = scores.filter((score) => score.reviewer !== reviewer);
    const passingWithout = bestOf(rest, places, measure) ?? bestOf(rest, places, 'raw')!;
    const seen = scores.filter((score) => score.reviewer === reviewer).map((score) => score.case);
    return seen.map((caseId) => ({ case: caseId, reviewer, passes: passing.has(caseId), passesWithout: passingWithout.has(caseId) }))
      .filter(({ passes, passesWithout }) => passes !== passesWithout);
  });
}

function bestOf(scores: readonly Score[], places: number, measure: 'raw' | 'adjusted'): Set<string> | undefined {
  const values = measure === 'raw' ? rawMeans(scores) : adjustedOf(scores);
  if (!values) return undefined;
  const ranked = [...values].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
  return new Set(ranked.slice(0, places).map(([name]) => name));
}

function adjustedOf(scores: readonly Score[]): Map<string, number> | undefined {
  const answer = calibrate(scores);
  return answer.ok ? new Map(answer.value.cases.map((result) => [result.case, result.adjusted])) : undefined;
}
