/** Somebody who may be invited: how many panels this year already, and whether the field fits. */
export type Eligible = { expertId: string; organisationId: string; load: number; fits: boolean; ticket: string };

/**
 * Picks the members of a panel: the field first, then the least burdened, then the ticket (a hash of panel and expert, so nobody can steer it);
 * one from an institution while others are left.
 */
export function seat(eligible: readonly Eligible[], size: number): string[] {
  const order = eligible.toSorted((a, b) => Number(b.fits) - Number(a.fits) || a.load - b.load || (a.ticket < b.ticket ? -1 : 1));
  const members: Eligible[] = [];
  for (const expert of order) if (members.length < size && !members.some((member) => member.organisationId === expert.organisationId)) members.push(expert);
  for (const expert of order) if (members.length < size && !members.includes(expert)) members.push(expert);
  return members.length === size ? members.map((member) => member.expertId) : [];
}
