import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import type { FactSource } from '../domain/factTimeline.ts';
import { addPeople } from './addPeople.ts';
import { askIdentityChecks } from './identityCheck.store.ts';
import { selectByIdNumber, type KnownPerson } from './person.store.ts';
import { readIdentity } from './readIdentity.ts';
import { reachesOrganisation } from './scope.store.ts';

/** Somebody to be entered, with what is known and where they work. */
export type NewPerson = {
  idNumber: string;
  name: string;
  phone?: string | undefined;
  facts?: { kind: string; value: FactValue; from?: string | undefined }[] | undefined;
  source: FactSource;
  evidence: string;
  organisationId?: string | undefined;
  employedFrom?: string | undefined;
  post?: string | undefined;
};

/** What became of it: the new person, or a check by the bureau when somebody of that number is on another's roster. */
export type PersonAdded = { standing: 'added'; personId: string } | { standing: 'underCheck' };

/** Enters one person; personExists when the actor may see who is there already. */
export async function addPerson(call: Call, input: NewPerson): Promise<Answer<PersonAdded>> {
  const identity = readIdentity(call, { ...input, phone: input.phone ?? '' });
  if (!identity.ok) return identity;
  if (input.organisationId && !(await reachesOrganisation(call, input.organisationId))) return no('notFound', { field: 'organisationId' });
  const [known] = await selectByIdNumber(call, [call.crypto.blindIndex(identity.value.idNumber)]);
  return known ? meetKnown(call, known, input, identity.value.name) : enter(call, input);
}

async function meetKnown(call: Call, known: KnownPerson, { organisationId, employedFrom, post = '' }: NewPerson, toldName: string): Promise<Answer<PersonAdded>> {
  if (known.inScope) return no('personExists', { next: 'next.updatePerson', params: { name: known.name, personId: known.personId } });
  if (!organisationId) return no('personExistsElsewhere');
  await askIdentityChecks(call, [{ personId: known.personId, organisationId, toldName, from: employedFrom ?? call.clock.today(), post }]);
  await audit(call, { act: 'person.askIdentityCheck', subject: organisationId });
  return yes({ standing: 'underCheck' });
}

async function enter(call: Call, input: NewPerson): Promise<Answer<PersonAdded>> {
  const { organisationId, employedFrom = call.clock.today(), post = '' } = input;
  const added = await addPeople(call, { people: [{
    cause: call.newId('cause'), idNumber: input.idNumber, name: input.name, phone: input.phone ?? '', facts: input.facts ?? [], source: input.source, evidence: input.evidence,
    employment: organisationId ? { organisationId, from: employedFrom, post } : undefined,
  }] });
  if (!added.ok) return added;
  const personId = added.value.personIds[0] ?? '';
  await audit(call, { act: 'person.add', subject: personId });
  return yes({ standing: 'added', personId });
}
