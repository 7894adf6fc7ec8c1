import { pairingContract } from './pairingContract.ts';
import { promotionContract } from './promotionContract.ts';

/** What may be asked of development. */
export const developContract = { ...pairingContract, ...promotionContract };
