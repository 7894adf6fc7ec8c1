// The registry's front door: who everybody is, once.
export { addOrganisation } from './addOrganisation.ts';
export { addPeople } from './addPeople.ts';
export { addPerson } from './addPerson.ts';
export { correctFact } from './correctFact.ts';
export { employ } from './employ.ts';
export { employmentsOf } from './employment.store.ts';
export { factKindsOf } from './factFile.ts';
export { factsOfPeople, factsOn } from './factsOn.ts';
export { findKnownPeople } from './findKnownPeople.ts';
export { openOrganisations } from './openOrganisations.ts';
export { organisationTree } from './organisation.store.ts';
export { peopleById } from './peopleById.ts';
export { peopleInScope } from './roster.store.ts';
export { recordFacts } from './recordFacts.ts';
