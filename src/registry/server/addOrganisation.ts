import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { checkCreditCode } from '../domain/creditCode.ts';
import { findOrganisation, insertOrganisations } from './organisation.store.ts';

/** A new organisation below another, or at the top of the region. `name` of the id is its last path step. */
export type NewOrganisation = { id: string; parentId?: string | undefined; name: string; kind: string; level: string; creditCode?: string | undefined; ledBy?: string | undefined };

/** Enters an organisation; refuses notFound for a parent that is not there, organisationExists, and a wrong credit code. */
export async function addOrganisation(call: Call, input: NewOrganisation): Promise<Answer<{ organisationId: string; path: string }>> {
  const code = input.creditCode ? checkCreditCode(input.creditCode) : yes({ creditCode: null });
  if (!code.ok) return no(code.reason, { field: 'creditCode' });
  const parent = input.parentId ? await findOrganisation(call, input.parentId) : { path: call.regionId };
  if (!parent) return no('notFound', { field: 'parentId' });
  const id = `${call.regionId}-${input.id}`;
  const path = `${parent.path}.${input.id}`;
  const { name, kind, level, parentId = null, ledBy = null } = input;
  const written = await insertOrganisations(call, [{ id, parentId, path, name, kind, level, creditCode: code.value.creditCode, ledBy }]);
  if (written === 0) return no('organisationExists', { field: 'id' });
  await audit(call, { act: 'organisation.add', subject: id });
  return yes({ organisationId: id, path });
}
