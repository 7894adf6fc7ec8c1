import { Go } from '#platform/web/Go.tsx';
import { usePath } from '#platform/web/place.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { addressBehind, type Behind, type Draft } from './sandboxAsk.ts';

/** People in words; one or two are not told to those who may not see names. */
export const writtenHeads = (count: number | null, w: Words): string => (count === null ? w('policy.sandbox.few') : String(count));

/** Money up to its upper end. */
export const costText = ({ possible }: { possible: number | null }, w: Words): string => (possible === null ? w('policy.sandbox.cost.open') : writtenFen(possible, w));

/** The address of the list behind a figure of this page. */
export function useBehind(draft: Draft): (behind: Behind) => string {
  const path = usePath();
  return (behind) => addressBehind(path, draft, behind);
}

/** A count that opens the people it counts, where there are any and they may be seen. */
export function Heads({ count, behind, draft }: { count: number | null; behind: Behind | undefined; draft: Draft }) {
  const w = useWords();
  const to = useBehind(draft);
  return behind && count ? <Go to={to(behind)} look="opens">{count}</Go> : <>{writtenHeads(count, w)}</>;
}
