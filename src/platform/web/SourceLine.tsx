import type { ReactNode } from 'react';
import { useWords } from './useWords.ts';

export type SourceKind = 'authority' | 'institution' | 'self';

/** Where a fact comes from: full square an authority, half an institution, empty the person. */
export function SourceLine({ kind, text }: { kind: SourceKind; text?: ReactNode }) {
  const w = useWords();
  return <span className="source"><i className={kind} aria-hidden="true" />{text ?? w(`platform.source.${kind}`)}</span>;
}
