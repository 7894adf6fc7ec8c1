import type { OrganisationEntry, Region } from './regionFiles.ts';

type Placed = { id: string; name: string; path: string };

/** Every organisation of a region's tree with its id in the database and its dotted path. */
export function placedOrganisations(region: Region): Placed[] {
  const place = (entry: OrganisationEntry, above: string): Placed[] => {
    const path = `${above}.${entry.id}`;
    return [{ id: `${region.id}-${entry.id}`, name: entry.name, path }, ...(entry.children ?? []).flatMap((child) => place(child, path))];
  };
  return region.organisations.flatMap((entry) => place(entry, region.id));
}

/** The name of an organisation as its region's file gives it; empty where there is none. */
export const organisationName = (region: Region, organisationId: string): string =>
  organisationId === '' ? '' : placedOrganisations(region).find((placed) => placed.id === organisationId)?.name ?? '';
