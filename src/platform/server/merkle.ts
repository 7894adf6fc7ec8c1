import { createHash } from 'node:crypto';

/** The complete subtrees of a growing tree, largest first: all that is needed to append and to know the root (RFC 6962). */
export type Peaks = readonly { size: number; hash: string }[];

const hashed = (prefix: number, ...parts: string[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256').update(Uint8Array.of(prefix))).digest('hex');

/** The hash of a leaf; its prefix keeps a leaf from passing as an inner node. */
export const leafHash = (text: string): string => hashed(0, text);

/** The peaks after one more leaf: equal subtrees merge. */
export function appendLeaf(peaks: Peaks, hash: string): Peaks {
  const kept = [...peaks];
  let last = { size: 1, hash };
  for (let before = kept.at(-1); before && before.size === last.size; before = kept.at(-1)) {
    kept.pop();
    last = { size: before.size + last.size, hash: hashed(1, before.hash, last.hash) };
  }
  return [...kept, last];
}

/** The root over all leaves. */
export const rootOf = (peaks: Peaks): string =>
  peaks.length === 0 ? hashed(0) : peaks.map(({ hash }) => hash).reduceRight((right, left) => hashed(1, left, right));
