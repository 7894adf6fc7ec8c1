import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { insertEmployments } from './employment.store.ts';
import { findOrganisation } from './organisation.store.ts';
import { lockPeople, selectPeople, touchPeople } from './person.store.ts';

/** A person begins to work at an organisation; work elsewhere that was open ends the day before. The caller has decided that the actor may. */
export async function employ(call: Call, input: { personId: string; organisationId: string; from: string; to?: string | undefined; post?: string | undefined }): Promise<Answer<{ employmentId: string }>> {
  const { personId, organisationId, from, to, post = '' } = input;
  const [person] = await selectPeople(call, [personId]);
  if (!person || !(await findOrganisation(call, organisationId))) return no('notFound');
  if (to && to < from) return no('dateOrder', { field: 'to' });
  const employmentId = call.newId('emp');
  await lockPeople(call, [personId]);
  await insertEmployments(call, [{ employmentId, personId, organisationId, post, from, to: to ?? null }]);
  await touchPeople(call, [personId]);
  await audit(call, { act: 'person.employ', subject: personId, detail: { organisationId } });
  return yes({ employmentId });
}
