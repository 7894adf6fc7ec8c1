/** Days of a term of service that were served, of those that were promised. */
export type ServedTerm = { servedDays: number; termDays: number };

/**
 * What of a payment in fen is owed back when a term of service is broken: the share of the days not served, a part of a fen in
 * the person's favour. Whether a programme claws back by days, and by which article, is the programme's data.
 */
export function owedBack(paidFen: number, { servedDays, termDays }: ServedTerm): number {
  if (termDays <= 0) return 0;
  const missing = Math.min(termDays, Math.max(0, termDays - servedDays));
  return Number((BigInt(paidFen) * BigInt(missing)) / BigInt(termDays)); // whole fen: the product is beyond what a number holds exactly
}
