// The front door of policies.
export { sourcesOf } from './factSources.ts';
export { judge, type FactSources } from './judge.ts';
export { filedPolicies } from './policyFiles.ts';
export { writtenExplanation } from './writtenFor.ts';
export { policiesOn, policyAt, policyOn, shelfOf } from './policyShelf.ts';
export { listSandboxPeople } from './listSandboxPeople.ts';
export { regionResults, type PersonResults } from './regionResults.ts';
export { trySandbox } from './trySandbox.ts';
