import './jobs.ts';

// The front door of the ledger.
export { accountFor, roomOn } from './accountFor.ts';
export { balancesOn } from './balancesOn.ts';
export { expireHolds } from './expireHolds.ts';
export { clawback, giveBack } from './giveBack.ts';
export { hold, post, postHold, voidHold } from './hold.ts';
export { lend, returnLoan } from './lend.ts';
export { openPools } from './openPools.ts';
export { viewLedger } from './viewLedger.ts';
