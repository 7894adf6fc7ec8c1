import { tokenHash } from './ballot.ts';
import { blind, isSigned, unblind, type MotionKey } from './blindSignature.ts';

/** What a member's phone keeps of its right to one ballot; token and chance leave it never together. Both hexadecimal. */
export type Slip = { case: string; token: string; chance: string };
/** A token's hash with the vote's signature: shows that a member handed it in, not which. */
export type Deposit = { case: string; tokenHash: string; signature: string };

/** A motion as a phone needs it: its name in the tally and what its signatures are checked with. */
export type OpenMotion = { case: string; key: MotionKey };

const tokenBytes = 32;
/** Longer than any modulus, so that the remainder favours no number. */
const chanceBytes = 288;

/** A fresh slip for a motion; `bytes` must be the phone's own chance. */
export const newSlip = (caseName: string, bytes: (length: number) => Uint8Array): Slip => ({ case: caseName, token: hex(bytes(tokenBytes)), chance: hex(bytes(chanceBytes)) });

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is sent to be signed under the member's own name: it tells nothing about the token. */
export const blindedOf = (vote: string, { key }: OpenMotion, slip: Slip): string => blind(key, tokenHash(vote, slip.case, slip.token), slip.chance);

/** What is handed in without a name; undefined when the signature is none, and the phone must say so. */
export function depositOf(vote: string, { key }: OpenMotion, slip: Slip, blindSignature: string): Deposit | undefined {
  const hash = tokenHash(vote, slip.case, slip.token);
  const signature = unblind(key, blindSignature, slip.chance);
  return isSigned(key, hash, signature) ? { case: slip.case, tokenHash: hash, signature } : undefined;
}
