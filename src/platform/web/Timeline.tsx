import type { ReactNode } from 'react';

/** One step of a story: done, now with somebody, yours, or ahead. */
export type TimelineStep = { key: string; state: 'done' | 'now' | 'yours' | 'ahead'; title: ReactNode; lines?: readonly ReactNode[]; aside?: ReactNode };

/** What happened, what is now and what comes; `wide` puts the next date in its own column. */
export function Timeline({ steps, wide }: { steps: readonly TimelineStep[]; wide?: boolean }) {
  return (
    <ol className={wide ? 'timeline wide' : 'timeline'}>
      {steps.map((step) => (
        <li key={step.key} className={step.state} aria-current={step.state === 'yours' || step.state === 'now' ? 'step' : undefined}>
          <div><b>{step.title}</b>{step.lines?.map((line, index) => <span key={index} className="line">{line}</span>)}</div>
          {step.aside ? <div className="aside">{step.aside}</div> : null}
        </li>
      ))}
    </ol>
  );
}
