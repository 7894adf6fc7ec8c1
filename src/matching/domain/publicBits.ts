import { sha256 } from './sha256.ts';

/** Random bits and whole numbers that anybody can recompute from a published seed: SHA-256 of seed|0, seed|1, … */
export type PublicBits = { bit: () => 0 | 1; below: (limit: number) => number };

/** The bits of one seed, lowest bit of each byte first; `below` rejects, so every number is equally likely. */
export function publicBits(seed: string): PublicBits {
  let counter = 0;
  let block = new Uint8Array(0);
  let used = 0;
  const bit = (): 0 | 1 => {
    if (used === block.length * 8) {
      block = sha256(`${seed}|${counter++}`) as Uint8Array<ArrayBuffer>;
      used = 0;
    }
    const taken = (block[used >> 3]! >> (used & 7)) & 1;
    used++;
    return taken as 0 | 1;
  };
  return { bit, below: (limit) => belowBy(bit, limit) };
}

function belowBy(bit: () => 0 | 1, limit: number): number {
  const width = Math.ceil(Math.log2(limit));
  for (;;) {
    let drawn = 0;
    for (let step = 0; step < width; step++) drawn = drawn * 2 + bit();
    if (drawn < limit) return drawn;
  }
}
