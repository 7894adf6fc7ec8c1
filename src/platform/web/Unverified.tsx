import { Tag } from './Tag.tsx';
import { useWords } from './useWords.ts';

/** A value for which no official text is known yet. */
export function Unverified() {
  const w = useWords();
  return <Tag kind="open">{w('platform.unverified')}</Tag>;
}
