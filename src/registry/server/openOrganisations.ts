import { yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { OrganisationEntry } from '#platform/server/regionFiles.ts';
import { insertOrganisations, setLead, type OrganisationRow } from './organisation.store.ts';

/** Enters the organisations of the region's file that are not there yet; doing it again adds nothing. */
export async function openOrganisations(call: Call, _input: object = {}): Promise<Answer<{ added: number }>> {
  const entries = call.region.organisations.flatMap((entry) => below(call.regionId, entry, null, call.regionId));
  const added = await insertOrganisations(call, entries.map(({ row }) => row));
  for (const { row, leads } of entries) if (leads.length) await setLead(call, leads.map((id) => `${call.regionId}-${id}`), row.id);
  if (added) await audit(call, { act: 'organisation.open', subject: call.regionId, detail: { added } });
  return yes({ added });
}

type Entered = { row: OrganisationRow; leads: string[] };

function below(regionId: string, entry: OrganisationEntry, parentId: string | null, parentPath: string): Entered[] {
  const id = `${regionId}-${entry.id}`;
  const path = `${parentPath}.${entry.id}`;
  const row = { id, parentId, path, name: entry.name, kind: entry.kind, level: entry.level, creditCode: entry.creditCode ?? null, ledBy: null };
  return [{ row, leads: entry.leads }, ...(entry.children ?? []).flatMap((child) => below(regionId, child, id, path))];
}
