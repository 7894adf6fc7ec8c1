/** A piece of the check's sentence: words, or the blank of a fact. */
export type SentencePiece = { text: string } | { blank: string };

/**
 * The sentence of the check as pieces. Parts are divided by '|' in the words; a part whose fact the policies do not
 * ask for is left out, so that the sentence stays whole in every region.
 */
export function sentencePieces(sentence: string, asked: ReadonlySet<string>): SentencePiece[] {
  const parts = sentence.split('|').filter((part) => blanksIn(part).every((key) => asked.has(key)));
  const whole = parts.join('').replace(/^[^\p{L}{]+/u, ''); // the comma of a first part that was left out
  return whole.split(/(\{\w+\})/).filter(Boolean).map((piece): SentencePiece => (piece.startsWith('{') ? { blank: piece.slice(1, -1) } : { text: piece }));
}

/** Keys of the facts that have a place in a sentence. */
export const blanksIn = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
