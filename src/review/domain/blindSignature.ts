import { canonical } from '#matching/domain/canonical.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';

/**
 * What a motion's signatures are checked with (RSA, after Chaum 1983): one modulus a vote, and an exponent of its own
 * for each motion, so that a signature for one motion is worth nothing for another. The modulus is hexadecimal.
 */
export type MotionKey = { modulus: string; exponent: number };

/** The two primes of a vote's modulus, hexadecimal; sealed while the vote runs and destroyed when it is counted. */
export type VoteSecret = { p: string; q: string };

const read = (hex: string): bigint => BigInt(`0x${hex}`);

/** What is signed for a token: a number below the modulus that hangs on every bit of the token's hash. */
function targetOf({ modulus, exponent }: MotionKey, tokenHash: string): bigint {
  const blocks = Math.ceil(modulus.length / 64) + 1;
  const text = Array.from({ length: blocks }, (_, block) => sha256Hex(canonical(['credential', modulus, exponent, tokenHash, block]))).join('');
  return read(text) % read(modulus);
}

/** Hides a token's target behind a random number (hexadecimal, longer than the modulus), so that who signs it learns nothing. */
export function blind(key: MotionKey, tokenHash: string, chance: string): string {
  const n = read(key.modulus);
  return ((targetOf(key, tokenHash) * power(read(chance) % n, BigInt(key.exponent), n)) % n).toString(16);
}

/** Takes the random number out of a blind signature. */
export function unblind({ modulus }: MotionKey, signature: string, chance: string): string {
  const n = read(modulus);
  return ((read(signature) * inverse(read(chance) % n, n)) % n).toString(16);
}

/** Whether a token's hash carries the vote's signature for this motion. */
export function isSigned(key: MotionKey, tokenHash: string, signature: string): boolean {
  if (!/^[0-9a-f]{1,1024}$/.test(signature)) return false;
  return power(read(signature), BigInt(key.exponent), read(key.modulus)) === targetOf(key, tokenHash);
}

/** Signs what it cannot read. Refuses (undefined) a number that is none below the modulus. */
export function signBlinded({ p, q }: VoteSecret, exponent: number, blinded: string): string | undefined {
  const [first, second] = [read(p), read(q)];
  const n = first * second;
  const value = read(blinded);
  if (value < 2n || value >= n - 1n) return undefined;
  const secret = inverse(BigInt(exponent), (first - 1n) * (second - 1n));
  const inFirst = power(value, secret % (first - 1n), first);
  const inSecond = power(value, secret % (second - 1n), second);
  const lift = modulo((inFirst - inSecond) * inverse(second, first), first);
  return (inSecond + lift * second).toString(16);
}

/** The modulus of two primes, and so many exponents (primes from 65537 on) that a signature can be made for. */
export function motionKeys({ p, q }: VoteSecret, count: number): MotionKey[] {
  const [first, second] = [read(p), read(q)];
  const order = (first - 1n) * (second - 1n);
  const exponents: number[] = [];
  for (let candidate = 65537; exponents.length < count; candidate += 2)
    if (isPrime(candidate) && order % BigInt(candidate) !== 0n) exponents.push(candidate);
  return exponents.map((exponent) => ({ modulus: (first * second).toString(16), exponent }));
}

function isPrime(number: number): boolean {
  for (let divisor = 3; divisor * divisor <= number; divisor += 2) if (number % divisor === 0) return false;
  return number % 2 === 1;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [before, now] = [modulus, modulo(value, modulus)];
  let [factorBefore, factor] = [0n, 1n];
  while (now !== 0n) {
    const quotient = before / now;
    [before, now] = [now, before - quotient * now];
    [factorBefore, factor] = [factor, factorBefore - quotient * factor];
  }
  if (before !== 1n) throw new Error('no inverse: the numbers have a common factor');
  return modulo(factorBefore, modulus);
}

const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;
