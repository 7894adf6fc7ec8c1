import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Role } from '#platform/domain/actor.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { completenessOf } from '../domain/completeness.ts';
import type { FileFact, PersonFile } from '../domain/contract.ts';
import type { FactKind } from '../domain/factKind.ts';
import { factsInForce, openClaims, type FactRecord } from '../domain/factTimeline.ts';
import { writeEntries, writeFactValue } from '../domain/factValue.ts';
import { maskIdNumber } from '../domain/idNumber.ts';
import { identityFacts } from '../domain/keywords.ts';
import { rareCharacters } from '../domain/personName.ts';
import { maskPhone } from '../domain/phone.ts';
import { employmentsOf } from './employment.store.ts';
import { factKindsOf } from './factFile.ts';
import { selectFacts } from './fact.store.ts';
import { knowableFacts } from './ownFacts.ts';
import { findPersonInScope, type PersonRow } from './person.store.ts';

const mayCorrect: readonly Role[] = ['talent', 'employer', 'bureau'];
const mayVerify: readonly Role[] = ['employer', 'bureau'];
// Leaders and specialists serve people; what is sensitive is not needed for that (个人信息保护法 6).
const seesSensitive: readonly Role[] = mayCorrect;
const onPerson: readonly string[] = [identityFacts.name, identityFacts.idNumber, identityFacts.phone];

/** One person's file within the actor's scope; consentWithdrawn for everybody but the person. */
export async function viewPerson(call: Call, { personId }: { personId: string }): Promise<Answer<PersonFile>> {
  const person = await findPersonInScope(call, personId);
  if (!person) return no('notFound');
  const own = call.actor.personId === personId;
  if (person.consentWithdrawnAt && !own) return no('consentWithdrawn', { params: { on: dayOf(person.consentWithdrawnAt) } });
  const facts = knowableFacts(call, await selectFacts(call, [personId]));
  const employments = await employmentsOf(call, [personId]);
  return yes({
    ...identityOf(call, person, own), ...fileOf(call, facts, Boolean(person.sealedPhone), own),
    employments: employments.map(({ organisationName, post, from, to }) => ({ organisationName, post, from, to })),
    mayCorrect: mayCorrect.includes(call.actor.role), mayVerify: mayVerify.includes(call.actor.role) && !own,
  });
}

function identityOf({ crypto, actor }: Call, person: PersonRow, own: boolean) {
  const phone = person.sealedPhone && crypto.open(person.sealedPhone);
  return {
    personId: person.personId, name: person.name, rare: rareCharacters(person.name), maskedIdNumber: maskIdNumber(crypto.open(person.sealedIdNumber)),
    phone: own || mayVerify.includes(actor.role) ? phone : maskPhone(phone),
    organisationId: person.organisationId ?? '', organisationName: person.organisationName ?? '', enteredOn: dayOf(person.enteredAt),
  };
}

function fileOf(call: Call, facts: readonly FactRecord[], hasPhone: boolean, own: boolean): Pick<PersonFile, 'groups' | 'completeness'> {
  const kinds = factKindsOf(call.region);
  const today = call.clock.today();
  const inForce = factsInForce(facts, today);
  const claims = Map.groupBy(openClaims(facts, today), (fact) => fact.kind);
  const { groups, ...completeness } = completenessOf(kinds, inForce, hasPhone ? onPerson : onPerson.filter((name) => name !== identityFacts.phone));
  const shown = [...kinds.kinds.values()].filter((kind) => !onPerson.includes(kind.name) && (kind.privacy !== 'sensitive' || seesSensitive.includes(call.actor.role)) && (kind.privacy !== 'own' || own));
  const byGroup = Map.groupBy(shown, (kind) => kind.group);
  return {
    completeness,
    groups: groups.map(({ group, standing }) => ({ group, standing, facts: (byGroup.get(group) ?? []).map((kind) => fileFact(kind, inForce.get(kind.name), claims.get(kind.name) ?? [])) })),
  };
}

function fileFact(kind: FactKind, fact: FactRecord | undefined, claims: readonly FactRecord[]): FileFact {
  return {
    kind: kind.name, unit: kind.unit ?? null, asked: kind.ask, acceptedEvidence: kind.evidence, counts: kind.counts, fixed: kind.name === identityFacts.birthDate || kind.name === identityFacts.sex,
    factId: fact?.factId ?? null, value: fact?.value ?? null, written: fact ? writeFactValue(kind, fact.value) : '', entries: fact ? writeEntries(fact.value) : [],
    source: fact?.source ?? null, evidence: fact?.evidence ?? '', from: fact?.from ?? null, recordedOn: fact ? dayOf(fact.recordedAt) : null, verified: Boolean(fact?.verifiedAs),
    claims: claims.map((claim) => ({ factId: claim.factId, written: writeFactValue(kind, claim.value), entries: writeEntries(claim.value), evidence: claim.evidence, recordedOn: dayOf(claim.recordedAt) })),
  };
}

/** One's own file; notFound for an account without a person. */
export const viewMyFile = (call: Call): Promise<Answer<PersonFile>> => viewPerson(call, { personId: call.actor.personId });
