/** One reviewer's score of one case. */
export type Score = { case: string; reviewer: string; value: number };

/** Cases and reviewers that are joined by scores, directly or through others. */
export type ScoringPanel = { cases: string[]; reviewers: string[] };

/** The panels of a round that no score joins; scores can be compared across the round only when there is one. */
export function connectedPanels(scores: readonly Score[]): ScoringPanel[] {
  const head = new Map<string, string>();
  const headOf = (node: string): string => {
    const above = head.get(node) ?? node;
    if (above === node) return node;
    const top = headOf(above);
    head.set(node, top);
    return top;
  };
  for (const score of scores) head.set(headOf(`case ${score.case}`), headOf(`reviewer ${score.reviewer}`));
  const panels = new Map<string, { cases: Set<string>; reviewers: Set<string> }>();
  for (const score of scores) {
    const top = headOf(`case ${score.case}`);
    const panel = panels.get(top) ?? { cases: new Set(), reviewers: new Set() };
    panel.cases.add(score.case);
    panel.reviewers.add(score.reviewer);
    panels.set(top, panel);
  }
  return [...panels.values()].map(({ cases, reviewers }) => ({ cases: [...cases], reviewers: [...reviewers] }));
}

/** A case that a reviewer of another panel should also score, so that two panels become comparable. */
export type Anchor = { case: string; reviewer: string; joins: [number, number] };

/**
 * Anchors between each panel and the next: cases near the middle of their panel, each scored by a different
 * reviewer of the other side where possible, in both directions.
 */
export function suggestAnchors(scores: readonly Score[], barred: (reviewer: string, caseId: string) => boolean, links = 3): Anchor[] {
  const panels = connectedPanels(scores);
  const means = rawMeans(scores);
  return panels.slice(1).flatMap((panel, index) => {
    const before = panels[index]!;
    const back = anchorsInto(panel, before, means, barred, links, [index, index + 1]);
    return [...back, ...anchorsInto(before, panel, means, barred, Math.max(0, links - back.length), [index, index + 1])];
  });
}

function anchorsInto(
  from: ScoringPanel, to: ScoringPanel, means: ReadonlyMap<string, number>,
  barred: (reviewer: string, caseId: string) => boolean, links: number, joins: [number, number],
): Anchor[] {
  const anchors: Anchor[] = [];
  const free = [...to.reviewers];
  for (const caseId of fromTheMiddle(from.cases, means)) {
    if (anchors.length >= links) break;
    const reviewer = free.find((candidate) => !barred(candidate, caseId));
    if (reviewer === undefined) continue;
    free.push(...free.splice(free.indexOf(reviewer), 1));
    anchors.push({ case: caseId, reviewer, joins });
  }
  return anchors;
}

function fromTheMiddle(cases: readonly string[], means: ReadonlyMap<string, number>): string[] {
  const mean = (caseId: string) => means.get(caseId)!;
  const sorted = [...cases].sort((one, other) => mean(one) - mean(other));
  const middle = mean(sorted[Math.floor(sorted.length / 2)]!);
  return sorted.sort((one, other) => Math.abs(mean(one) - middle) - Math.abs(mean(other) - middle));
}

/** The plain mean of each case's scores: the official measure unless the programme said otherwise beforehand. */
export function rawMeans(scores: readonly Score[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const score of scores) {
    const kept = sums.get(score.case) ?? { sum: 0, count: 0 };
    sums.set(score.case, { sum: kept.sum + score.value, count: kept.count + 1 });
  }
  return new Map([...sums].map(([caseId, { sum, count }]) => [caseId, sum / count]));
}
