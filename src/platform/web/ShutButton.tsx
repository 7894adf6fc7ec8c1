import { useId, type ReactNode } from 'react';

/** What a person may not do yet: it stays visible and in focus order, and says what is missing and who must act. */
export function ShutButton({ children, why, beside, small }: { children: ReactNode; why: ReactNode; beside?: boolean; small?: boolean }) {
  const id = useId();
  return (
    <span className={beside ? 'shut-group beside' : 'shut-group'}>
      <button type="button" className={small ? 'button shut small' : 'button shut'} aria-disabled="true" aria-describedby={id}>{children}</button>
      <span id={id} className="why">{why}</span>
    </span>
  );
}
