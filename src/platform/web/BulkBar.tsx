import type { ReactNode } from 'react';
import { useWords } from './useWords.ts';

/** What is selected and what may be done with all of it; its first act shows the effects row by row. */
export function BulkBar({ count, text, children }: { count: number; text?: ReactNode; children: ReactNode }) {
  const w = useWords();
  if (count === 0) return null;
  return (
    <div className="bulk-bar" role="status">
      <b>{w('platform.selected', { n: count })}</b>{text ? <span className="sub">{text}</span> : null}
      <span className="push row">{children}</span>
    </div>
  );
}
