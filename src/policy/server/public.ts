// The front door of policies.
export { judge, type FactSources } from './judge.ts';
export { policiesOn, policyAt, policyOn, shelfOf } from './policyFiles.ts';
