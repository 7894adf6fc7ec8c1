const ROUND_CONSTANTS = rootFractions(64, 3);
const START = rootFractions(8, 2);
const schedule = new Int32Array(64);
const encoder = new TextEncoder();
const HEX_DIGITS = encoder.encode('0123456789abcdef');

/** SHA-256 of bytes or of UTF-8 text (FIPS 180-4), in plain script: a page opened from disk may have no crypto.subtle. */
export function sha256(message: Uint8Array | string): Uint8Array {
  return absorb(START.slice(), 0, bytesOf(message));
}

/** SHA-256 as lower-case hexadecimal. */
export const sha256Hex = (message: Uint8Array | string): string => hexOf(sha256(message));

/** HMAC-SHA-256 (RFC 2104) under one key; the key is absorbed once, so that long lists cost one short hash each. */
export function hmacSha256(key: Uint8Array | string): (message: Uint8Array | string) => Uint8Array {
  const given = bytesOf(key);
  const padded = new Uint8Array(64);
  padded.set(given.length > 64 ? sha256(given) : given);
  const inner = keyedState(padded, 0x36);
  const outer = keyedState(padded, 0x5c);
  return (message) => absorb(outer.slice(), 64, absorb(inner.slice(), 64, bytesOf(message)));
}

/** Lower-case hexadecimal of bytes, as one flat string: joined pieces would sort ten times slower. */
export function hexOf(bytes: Uint8Array): string {
  const digits = new Uint8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    digits[at * 2] = HEX_DIGITS[bytes[at]! >> 4]!;
    digits[at * 2 + 1] = HEX_DIGITS[bytes[at]! & 15]!;
  }
  return String.fromCharCode(...digits);
}

const bytesOf = (message: Uint8Array | string) => (typeof message === 'string' ? encoder.encode(message) : message);

function keyedState(key: Uint8Array, mask: number): Int32Array {
  const state = START.slice();
  compress(state, key.map((byte) => byte ^ mask), 0);
  return state;
}

function absorb(state: Int32Array, before: number, message: Uint8Array): Uint8Array {
  const whole = message.length - (message.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, message, at);
  const rest = message.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(message.subarray(whole));
  tail[rest] = 0x80;
  const bits = (before + message.length) * 8;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
  view.setUint32(tail.length - 4, bits >>> 0);
  for (let at = 0; at < tail.length; at += 64) compress(state, tail, at);
  return bigEndian(state);
}

function bigEndian(state: Int32Array): Uint8Array {
  const digest = new Uint8Array(32);
  for (let at = 0; at < 32; at++) digest[at] = state[at >> 2]! >>> (24 - (at & 3) * 8);
  return digest;
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function expand(block: Uint8Array, at: number): void {
  const w = schedule;
  for (let t = 0; t < 16; t++) {
    const from = at + t * 4;
    w[t] = (block[from]! << 24) | (block[from + 1]! << 16) | (block[from + 2]! << 8) | block[from + 3]!;
  }
  for (let t = 16; t < 64; t++) {
    const early = w[t - 15]!;
    const late = w[t - 2]!;
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[t] = (w[t - 16]! + low + w[t - 7]! + high) | 0;
  }
}

function compress(state: Int32Array, block: Uint8Array, at: number): void {
  expand(block, at);
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!;
  let e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const choose = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choose + ROUND_CONSTANTS[t]! + schedule[t]!) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g; g = f; f = e; e = (d + first) | 0;
    d = c; c = b; b = a; a = (first + second) | 0;
  }
  state[0]! += a; state[1]! += b; state[2]! += c; state[3]! += d;
  state[4]! += e; state[5]! += f; state[6]! += g; state[7]! += h;
}

/** The first 32 bits of the fractions of the square or cube roots of the first primes, by whole-number arithmetic. */
function rootFractions(count: number, degree: 2 | 3): Int32Array {
  const words = new Int32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate++) {
    if (!isPrime(candidate)) continue;
    words[found++] = Number(BigInt.asIntN(32, wholeRoot(BigInt(candidate) << BigInt(32 * degree), degree)));
  }
  return words;
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) return false;
  return true;
}

function wholeRoot(of: bigint, degree: 2 | 3): bigint {
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** BigInt(degree) <= of) low = middle;
    else high = middle - 1n;
  }
  return low;
}
