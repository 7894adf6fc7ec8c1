import { useWords } from './useWords.ts';

/** The three values of a judgement; the word is inside the mark so that colour is never alone. */
export function Tri({ value, text }: { value: 'yes' | 'no' | 'unknown'; text?: string | undefined }) {
  const w = useWords();
  return <span className={`tri ${value}`}>{text ?? w(`platform.tri.${value}`)}</span>;
}
