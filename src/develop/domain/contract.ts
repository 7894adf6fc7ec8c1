import { pairingContract } from './pairingContract.ts';

/** What may be asked of development. */
export const developContract = { ...pairingContract };
