import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Where the bytes of ids come from: the machine's, or a seeded source in tests and in the demo story. */
export type IdSource = (length: number) => Uint8Array;
export const machineBytes: IdSource = (length) => {
  if (pool.used + length > pool.bytes.length) pool = { bytes: randomBytes(poolSize), used: 0 };
  pool.used += length;
  return pool.bytes.subarray(pool.used - length, pool.used);
};

// Asking the machine once for many ids: a roster needs 600,000 of them.
const poolSize = 8192;
let pool = { bytes: new Uint8Array(0), used: 0 };

/** A new id like 'case_01jd2…': sorts by the time it was made, 50 bits of time and 60 of chance. */
export function newId(clock: Clock, prefix: string, bytes: IdSource = machineBytes): string {
  return `${prefix}_${timePart(clock.now().getTime())}${chancePart(bytes(12))}`;
}

function timePart(milliseconds: number): string {
  let text = '';
  for (let left = milliseconds, n = 0; n < 10; n += 1, left = Math.floor(left / 32)) text = alphabet.charAt(left % 32) + text;
  return text;
}

function chancePart(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte % 32);
  return text;
}
