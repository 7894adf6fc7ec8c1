import { Button } from '../Button.tsx';
import { useWords } from '../useWords.ts';
import { step } from './usePages.ts';

/** Reads the next rows of a list, while there are any. */
export function More({ more }: { more: (() => void) | undefined }) {
  const w = useWords();
  return more ? <Button small onClick={more}>{w('console.more', { n: step })}</Button> : null;
}
