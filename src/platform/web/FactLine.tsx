import type { ReactNode } from 'react';
import { SourceLine, type SourceKind } from './SourceLine.tsx';

/** A fact with its source beneath; a corrected one stands on green wash. */
export function FactLine({ label, children, source, changed, full }: {
  label: ReactNode;
  children: ReactNode;
  source?: { kind: SourceKind; text: ReactNode } | undefined;
  changed?: boolean;
  /** Takes both columns of the grid. */
  full?: boolean;
}) {
  const look = ['fact-line', changed ? 'changed' : '', full ? 'full' : ''].filter(Boolean).join(' ');
  return (
    <div className={look}>
      <dt>{label}</dt>
      <dd>{children}{source ? <SourceLine kind={source.kind} text={source.text} /> : null}</dd>
    </div>
  );
}
