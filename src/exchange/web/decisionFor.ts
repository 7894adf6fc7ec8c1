import type { Decision } from '../domain/problem.ts';
import type { ListedProblem } from '../domain/contract.ts';

/** The one decision that answers a problem; undefined where only the file itself can be put right. */
export function decisionFor({ severity, reason, fix }: Pick<ListedProblem, 'severity' | 'reason' | 'fix'>): Decision | undefined {
  if (severity === 'corrected') return 'undo';
  if (reason === 'personExists') return 'update';
  if (severity === 'confirm') return 'new';
  return severity === 'refuse' && fix !== null ? 'accept' : undefined;
}
