import type { ReactNode } from 'react';
import { Refusal } from './Refusal.tsx';
import type { Load } from './useLoad.ts';
import { useWords } from './useWords.ts';

/** What was read, or the line that waits for it, or why it may not be read. */
export function Loaded<T>({ of: load, children }: { of: Load<T>; children: (value: T) => ReactNode }) {
  const w = useWords();
  if (load.value !== undefined) return <>{children(load.value)}</>;
  if (load.refusal) return <Refusal of={load.refusal} />;
  return <p className="waiting-line" role="status">{w('platform.loading')}</p>;
}
