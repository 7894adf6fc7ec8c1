import type { ExplainedResult } from './openContract.ts';

const gravity = { no: 0, unknown: 1, yes: 2 } as const;

/** What a clause comes to: the worst of its conditions, where several ways in one condition count as what they come to together. */
export function markOfClause(lines: readonly Pick<ExplainedResult['lines'][number], 'mark' | 'clauseMark'>[]): 'yes' | 'no' | 'unknown' {
  return lines.map(({ mark, clauseMark }) => clauseMark ?? mark).toSorted((one, other) => gravity[one] - gravity[other])[0] ?? 'unknown';
}
