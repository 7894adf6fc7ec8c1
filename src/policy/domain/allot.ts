/** One claim on something scarce: a better rank is a smaller number; need is places or fen. */
export type Claim = { id: string; rank: number; need: number };
/** Who is served, who waits, and who is equal at the cut so that people must decide. */
export type Allotment = { served: string[]; tied: string[]; waiting: string[]; left: number };

/** Serves claims by rank within a quota or budget. Equals are served together or not at all; nobody is chosen silently among them. */
export function allot(claims: readonly Claim[], limit: number): Allotment {
  const ranks = [...new Set(claims.map(({ rank }) => rank))].sort((a, b) => a - b);
  const allotment: Allotment = { served: [], tied: [], waiting: [], left: limit };
  let open = true;
  for (const rank of ranks) {
    const equals = claims.filter((claim) => claim.rank === rank);
    const need = equals.reduce((sum, claim) => sum + claim.need, 0);
    const ids = equals.map(({ id }) => id);
    if (open && need <= allotment.left) {
      allotment.served.push(...ids);
      allotment.left -= need;
    } else {
      const cut = open && equals.length > 1 && equals.some((claim) => claim.need <= allotment.left);
      allotment[cut ? 'tied' : 'waiting'].push(...ids);
      open = false;
    }
  }
  return allotment;
}
