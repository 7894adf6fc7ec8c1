import { entitlementContract } from './entitlementContract.ts';

export const retainContract = { ...entitlementContract };
