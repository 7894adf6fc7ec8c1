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
const truthAt = (yes: Uint8Array, unknown: Uint8Array, index: number): number =>
  (((yes[index >> 3] as number) >> (index & 7)) & 1) * 2 + (((unknown[index >> 3] as number) >> (index & 7)) & 1);

/** Everybody whose verdict differs in any of two rows of outcomes over one population; a missing outcome is no for all. */
export function* differing(before: readonly (Outcome | undefined)[], after: readonly (Outcome | undefined)[], size: number): Generator<number> {
  const pairs = before.flatMap((one, at) => (['yes', 'unknown'] as const).map((part): [Uint8Array | undefined, Uint8Array | undefined] => [one?.[part], after[at]?.[part]]));
  for (let byte = 0; byte * 8 < size; byte += 1) {
    let changed = 0;
    for (const [one, other] of pairs) changed |= (one?.[byte] ?? 0) ^ (other?.[byte] ?? 0);
    for (let bit = 0; changed; bit += 1, changed >>= 1) if (changed & 1 && byte * 8 + bit < size) yield byte * 8 + bit;
  }
}
