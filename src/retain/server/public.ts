// The front door of retain.
export { confirmEntitlement } from './answerEntitlement.ts';
export { judgePeople } from './judgePeople.ts';
export { ownEntitlements } from './readEntitlements.ts';
export { judgeDaily } from './judging.ts';
