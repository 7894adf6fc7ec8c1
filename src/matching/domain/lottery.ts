import { hexOf, hmacSha256 } from './sha256.ts';

/** One name in a lottery; tier 0 goes before tier 1, and so on. */
export type LotteryEntry = { id: string; tier: number };
/** A name with its ticket: HMAC-SHA-256 of the id under the seed, in hexadecimal. */
export type LotteryPlace = LotteryEntry & { ticket: string };

/** The order of a public lottery: by tier, then by ticket; anybody recomputes one line from seed and id. */
export function lotteryOrder(entries: readonly LotteryEntry[], seed: string): LotteryPlace[] {
  const ticketOf = hmacSha256(seed);
  const places = entries.map((entry) => ({ ...entry, ticket: hexOf(ticketOf(entry.id)) }));
  return places.sort((one, other) => one.tier - other.tier || compareText(one.ticket, other.ticket) || compareText(one.id, other.id));
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
