import type { Truth } from './evaluate.ts';
import type { Outcome } from './kernel/outcome.ts';

/**
 * Rows of verdicts, each known by one number: people who answer all questions alike have the same, so that what hangs on verdicts
 * alone, such as an amount, is worked out once a number and not once a person.
 */
export class Signatures {
  private readonly next: number[] = [-1, -1, -1];
  private readonly from: number[] = [-1];
  private readonly last: Truth[] = [0];

  /** The number of a row that goes on with one more verdict; 0 is the empty row. */
  step(row: number, verdict: number): number {
    const at = row * 3 + verdict;
    const known = this.next[at] as number;
    if (known >= 0) return known;
    const fresh = this.from.push(row) - 1;
    this.last.push(verdict as Truth);
    this.next[at] = fresh;
    this.next.push(-1, -1, -1);
    return fresh;
  }

  /** The verdicts of a row, in order. */
  verdictsOf(row: number): Truth[] {
    const verdicts: Truth[] = [];
    for (let at = row; at > 0; at = this.from[at] as number) verdicts.unshift(this.last[at] as Truth);
    return verdicts;
  }

  /** How many numbers there are. */
  get size(): number {
    return this.from.length;
  }

  /** The row of each person over some outcomes. */
  rowsOf(outcomes: readonly Outcome[], size: number): Int32Array {
    const rows = new Int32Array(size);
    for (const { yes, unknown } of outcomes) {
      for (let index = 0; index < size; index += 1) rows[index] = this.step(rows[index] as number, truthAt(yes, unknown, index));
    }
    return rows;
  }

  /** The row of one person. */
  rowAt(outcomes: readonly Outcome[], index: number): number {
    let row = 0;
    for (const { yes, unknown } of outcomes) row = this.step(row, truthAt(yes, unknown, index));
    return row;
  }
}

/** 0 no, 1 unknown, 2 yes, out of the two bitmaps of an outcome. */
export const truthAt = (yes: Uint8Array, unknown: Uint8Array, index: number): number =>
  (((yes[index >> 3] as number) >> (index & 7)) & 1) * 2 + (((unknown[index >> 3] as number) >> (index & 7)) & 1);

/** A bitmap thirty-two people at a time; bitmaps of a population are whole numbers of eight bytes. */
export const wordsOf = (bits: Uint8Array): Int32Array => new Int32Array(bits.buffer, bits.byteOffset, bits.byteLength >> 2);

/** The bits of one word that stand for people of a population, and not for the places that fill it up. */
export const peopleIn = (word: number, size: number): number => (size >= word * 32 + 32 ? -1 : size <= word * 32 ? 0 : (1 << (size - word * 32)) - 1);

/** Everybody whose verdict differs in any of two rows of outcomes over one population, the first so many of them; a missing outcome is no for all. */
export function differing(before: readonly (Outcome | undefined)[], after: readonly (Outcome | undefined)[], size: number, most = Infinity): number[] {
  const pairs = before.flatMap((one, at) => (['yes', 'unknown'] as const).map((part) => [one, after[at]].map((outcome) => (outcome ? wordsOf(outcome[part]) : undefined))));
  const found: number[] = [];
  for (let word = 0; word * 32 < size && found.length < most; word += 1) {
    let changed = 0;
    for (const [one, other] of pairs) changed |= (one ? (one[word] as number) : 0) ^ (other ? (other[word] as number) : 0);
    changed &= peopleIn(word, size);
    for (; changed; changed &= changed - 1) found.push(word * 32 + 31 - Math.clz32(changed & -changed));
  }
  return found;
}
