import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { credentialNumber, payloadOf } from '../domain/credentialNumber.ts';
import { inForceOn } from '../domain/factTimeline.ts';
import { credentialFor, insertCredential, lockCredential, nextSerial, stampRevoked, type CredentialRow } from './credential.store.ts';
import { selectFacts } from './fact.store.ts';
import { lockPeople } from './person.store.ts';
import { writeFacts, type ToldOf } from './writeFacts.ts';

/** What is certified of whom and for what; `facts` names the kinds of facts that the certificate proves, with their values. */
export type CredentialAsk = {
  personId: string; prefix: string; title: string; level: string; name: string; speciality: string; cause: string; causeNumber: string; facts: Record<string, string>;
};

/** Issues a signed certificate, once for a cause; the facts it proves are the authority's from this day on. */
export async function issueCredential(call: Call, ask: CredentialAsk): Promise<Answer<{ credentialId: string; number: string }>> {
  await lockPeople(call, [ask.personId]);
  const before = await credentialFor(call, ask.cause);
  if (before) return yes({ credentialId: before.id, number: before.number });
  const today = call.clock.today();
  const year = Number(today.slice(0, 4));
  const number = credentialNumber(ask.prefix, year, await nextSerial(call, ask.prefix, year), (text) => call.crypto.blindIndex(text));
  const { personId, title, level, name, speciality } = ask;
  const issuer = call.region.bureau;
  const payload = payloadOf({ region: call.regionId, number, personId, title, level, name, speciality, issuer, issuedOn: today });
  const id = call.newId('crd');
  await insertCredential(call, {
    id, number, person_id: personId, title, level, name, speciality, issuer, issued_on: today, issued_at: call.clock.now(), cause: ask.cause, cause_number: ask.causeNumber, signature: call.crypto.sign(payload),
  });
  await writeFacts(call, Object.entries(ask.facts).map(([kind, value]): ToldOf => ({ personId, kind, value, from: today, source: 'authority', evidence: number, verifiedAs: null })));
  await audit(call, { act: 'credential.issue', subject: id, detail: { number, cause: ask.cause } });
  return yes({ credentialId: id, number });
}

/** Takes a certificate back with a reason; the facts it proved fall back to what stood before, unless something later took their place. */
export async function revokeCredential(call: Call, { credentialId, reason }: { credentialId: string; reason: string }): Promise<Answer<{ credentialId: string; revokedOn: string }>> {
  const found = await lockCredential(call, credentialId);
  if (!found) return no('notFound');
  if (found.revoked_on !== null) return no('credentialRevoked', { params: { number: found.number, on: found.revoked_on } });
  if (reason.trim() === '') return no('revocationReason', { field: 'reason' });
  await stampRevoked(call, credentialId, reason.trim());
  await restoreFacts(call, found);
  await audit(call, { act: 'credential.revoke', subject: credentialId, detail: { number: found.number } });
  return yes({ credentialId, revokedOn: call.clock.today() });
}

async function restoreFacts(call: Call, { person_id: personId, number }: CredentialRow): Promise<void> {
  await lockPeople(call, [personId]);
  const today = call.clock.today();
  const byKind = Map.groupBy(await selectFacts(call, [personId]), (fact) => fact.kind);
  const restored = [...byKind].flatMap(([kind, facts]): ToldOf[] => {
    if (inForceOn(facts, today)?.evidence !== number) return [];
    const before = inForceOn(facts.filter(({ evidence }) => evidence !== number), today);
    return before ? [{ personId, kind, value: before.value, source: 'authority', evidence: call.say('registry.credential.revokedEvidence', { number }), verifiedAs: null }] : [];
  });
  await writeFacts(call, restored, { correcting: true });
}
