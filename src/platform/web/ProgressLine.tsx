import { Button } from './Button.tsx';
import { useWords } from './useWords.ts';

/** How far long work is, and its cancel. */
export function ProgressLine({ label, done, total, onCancel }: { label: string; done: number; total: number; onCancel?: (() => void) | undefined }) {
  const w = useWords();
  return (
    <div className="progress">
      <div className="words">
        <span role="status">{label} · {w('platform.progress', { done, total })}</span>
        {onCancel ? <span className="push"><Button small onClick={onCancel}>{w('platform.cancel')}</Button></span> : null}
      </div>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
    </div>
  );
}
