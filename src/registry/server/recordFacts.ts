import { yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Role } from '#platform/domain/actor.ts';
import type { FactValue } from '../domain/factKind.ts';
import type { FactSource } from '../domain/factTimeline.ts';
import { lockPeople } from './person.store.ts';
import { checkFacts, writeFacts } from './writeFacts.ts';

/** Facts told about one person from one source. */
export type ToldFacts = {
  personId: string;
  facts: { kind: string; value: FactValue; from?: string | undefined; to?: string | undefined }[];
  source: FactSource;
  evidence: string;
  /** Somebody has checked the evidence; it weighs as the checker does. */
  verified?: boolean | undefined;
};

const verifyingWeights: Partial<Record<Role, 'authority' | 'institution'>> = { bureau: 'authority', clock: 'authority', employer: 'institution' };

/** The weight that this role's check of the evidence gives; null where it gives none. */
export const weightOfCheck = (role: Role): 'authority' | 'institution' | null => verifyingWeights[role] ?? null;

/** Writes facts beside the older ones; the caller has decided that the actor may. What was known already adds nothing. */
export async function recordFacts(call: Call, { personId, facts, source, evidence, verified = false }: ToldFacts): Promise<Answer<{ factIds: string[] }>> {
  const checked = checkFacts(call, facts);
  if (!checked.ok) return checked;
  await lockPeople(call, [personId]);
  const verifiedAs = verified ? weightOfCheck(call.actor.role) : null;
  const factIds = await writeFacts(call, facts.map((fact) => ({ ...fact, personId, source, evidence, verifiedAs })));
  await audit(call, { act: 'fact.record', subject: personId, detail: { facts: factIds.length, source } });
  return yes({ factIds });
}
