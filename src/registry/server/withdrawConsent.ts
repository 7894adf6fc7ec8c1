import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { stampConsentWithdrawn } from './person.store.ts';

/** A person withdraws the consent to be shown (个人信息保护法 15); only for oneself. */
export async function withdrawConsent(call: Call, _input: object = {}): Promise<Answer<{ on: string }>> {
  const { personId } = call.actor;
  if (!personId) return no('notFound');
  if (!(await stampConsentWithdrawn(call, personId))) return no('consentGone');
  await audit(call, { act: 'consent.withdraw', subject: personId });
  return yes({ on: dayOf(call.clock.now()) });
}
