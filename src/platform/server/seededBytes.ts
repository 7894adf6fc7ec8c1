import { createHash } from 'node:crypto';
import type { IdSource } from './id.ts';

/** Bytes that are the same for the same seed: SHA-256 over a counter. For tests and the demo story, never for secrets. */
export function seededBytes(seed: string): IdSource {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 32) blocks.push(createHash('sha256').update(`${seed}/${counter++}`).digest());
    return Buffer.concat(blocks).subarray(0, length);
  };
}
