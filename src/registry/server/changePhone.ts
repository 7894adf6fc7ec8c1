import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { checkPhone } from '../domain/phone.ts';
import { findPersonInScope, updatePhones } from './person.store.ts';

/** Puts a person's phone right; it is kept sealed, and only its index is compared. */
export async function changePhone(call: Call, { personId, phone: text }: { personId: string; phone: string }): Promise<Answer<{ phone: string }>> {
  if (!(await findPersonInScope(call, personId))) return no('notFound');
  const read = checkPhone(text);
  if (!read.ok) return no(read.reason, { field: 'phone' });
  const { phone } = read.value;
  await updatePhones(call, [{ personId, sealedPhone: call.crypto.seal(phone), phoneIndex: call.crypto.blindIndex(phone) }]);
  await audit(call, { act: 'person.changePhone', subject: personId });
  return yes({ phone });
}
