import { useEffect, useState } from 'react';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';

/** The end of a running clock, and what is left of it, counted down from what the server said. */
export function Countdown({ until, seconds }: { until: string; seconds: number }) {
  const w = useWords();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor((left % 3600) / 60);
  return (
    <span className="nw">
      {w('review.draw.until', { at: writtenInstant(until) })} · <b>{left === 0 ? w('review.draw.over') : hours > 48 ? w('review.draw.leftDays', { n: Math.floor(hours / 24) }) : w('review.draw.left', { hours, minutes, seconds: left % 60 })}</b>
    </span>
  );
}
