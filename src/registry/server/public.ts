// The registry's front door: who everybody is, once.
export { addPeople } from './addPeople.ts';
export { askIdentityChecks } from './identityCheck.store.ts';
export { correctFact } from './correctFact.ts';
export { employ } from './employ.ts';
export { employmentsOf } from './employment.store.ts';
export { factKindsOf, nameVariantsOf } from './factFile.ts';
export { factsOfPeople, factsOn } from './factsOn.ts';
export { findKnownPeople } from './findKnownPeople.ts';
export { maySeePerson } from './maySeePerson.ts';
export { openOrganisations } from './openOrganisations.ts';
export { organisationTree } from './organisation.store.ts';
export { peopleById } from './peopleById.ts';
export { peopleInScope } from './roster.store.ts';
export * as credentials from './credentials.ts';
export * as ownWorks from './saveWork.ts';
export * as shares from './answerShare.ts';
export * as works from './workUse.ts';
