import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { WorkPart } from './workKind.ts';

/** Whole percents of a work: one's own and the co-workers' together are never more than a hundred. */
export function checkShares({ share, coworkers }: { share: number; coworkers: readonly { name: string; share: number }[] }, part: WorkPart): Answer<void> {
  if (share < 1 || share > 100) return no('shareRange', { field: 'share', params: { share } });
  const odd = coworkers.findIndex((coworker) => coworker.share < 0 || coworker.share > 100);
  if (odd >= 0) return no('shareRange', { field: `coworkers[${odd + 1}].share`, params: { share: coworkers[odd]?.share ?? 0 } });
  const total = coworkers.reduce((sum, coworker) => sum + coworker.share, share);
  if (total > 100) return no('sharesOver', { field: 'share', params: { total, over: total - 100 } });
  return part.alone && coworkers.length > 0 ? no('workAlone', { field: 'coworkers', params: { part: part.name, n: coworkers.length } }) : yes(undefined);
}
