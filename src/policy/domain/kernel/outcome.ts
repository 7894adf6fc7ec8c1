import type { Verdict } from '../model.ts';

/** One result over a population: a bit a person, yes or unknown; neither is no. */
export type Outcome = { name: string; yes: Uint8Array; unknown: Uint8Array };

const bit = (bits: Uint8Array, index: number): number => ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;

/** The verdict of one person in an outcome. */
export const verdictAt = ({ yes, unknown }: Outcome, index: number): Verdict => (bit(yes, index) ? 'yes' : bit(unknown, index) ? 'unknown' : 'no');

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** How many of the first so many people have the bit set. */
export function countBits(bits: Uint8Array, size: number): number {
  let count = 0;
  const whole = size >> 3;
  for (let index = 0; index < whole; index += 1) count += ones[bits[index] ?? 0] ?? 0;
  for (let index = whole * 8; index < size; index += 1) count += bit(bits, index);
  return count;
}

/** Who gained, lost or became unknown between two outcomes of one population, by index. */
export function changedBetween(before: Outcome, after: Outcome, size: number): { index: number; from: Verdict; to: Verdict }[] {
  const changed: { index: number; from: Verdict; to: Verdict }[] = [];
  for (let byte = 0; byte * 8 < size; byte += 1) {
    if (before.yes[byte] === after.yes[byte] && before.unknown[byte] === after.unknown[byte]) continue;
    for (let index = byte * 8; index < Math.min(size, byte * 8 + 8); index += 1) {
      const [from, to] = [verdictAt(before, index), verdictAt(after, index)];
      if (from !== to) changed.push({ index, from, to });
    }
  }
  return changed;
}
