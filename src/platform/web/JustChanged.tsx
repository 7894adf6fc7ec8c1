import type { ReactNode } from 'react';
import { useWords } from './useWords.ts';

/** What the person just did, with its undo and the minutes it lasts. */
export function JustChanged({ text, undo }: { text: ReactNode; undo?: { minutesLeft: number; onUndo: () => void } | undefined }) {
  const w = useWords();
  return (
    <span className="cap" role="status">
      {w('platform.justNow')}{text}
      {undo ? <> · <button type="button" className="text-button" onClick={undo.onUndo}>{w('platform.undo', { n: undo.minutesLeft })}</button></> : null}
    </span>
  );
}
