/** An organisation's place: dotted from the region down, and who leads it where that is not the one above. */
export type Placed = { id: string; path: string; ledBy: string | null };

/** The institution right below the bureau that a place belongs to; institutions under one form a 医共体. */
const headPath = ({ path }: Placed): string => path.split('.').slice(0, 3).join('.');

/** May two institutions lend to each other: they belong to one 医共体. */
export function inOneConsortium(tree: readonly Placed[], one: string, other: string): boolean {
  const placed = new Map(tree.map((each) => [each.id, each]));
  const headOf = (id: string) => {
    const found = placed.get(id);
    const lead = found?.ledBy ? placed.get(found.ledBy) : found;
    return lead && headPath(lead);
  };
  const head = headOf(one);
  return head !== undefined && head === headOf(other);
}
