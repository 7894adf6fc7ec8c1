// The front door of the ledger.
export { accountFor, roomOn } from './accountFor.ts';
export { balancesOn } from './balancesOn.ts';
export { expireHolds } from './expireHolds.ts';
export { giveBack } from './giveBack.ts';
export { hold, post, postHold, voidHold } from './hold.ts';
export { lend } from './lend.ts';
export { openPools } from './openPools.ts';
