import { ledgerContract } from '#ledger/domain/contract.ts';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { attractContract } from '#attract/domain/contract.ts';
import { casesContract } from '#cases/domain/contract.ts';
import { deployContract } from '#deploy/domain/contract.ts';
import { developContract } from '#develop/domain/contract.ts';
import { exchangeContract } from '#exchange/domain/contract.ts';
import { platformContract } from '#platform/domain/platformContract.ts';
import type { Contract } from '#platform/domain/contract.ts';
import { policyContract } from '#policy/domain/contract.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { retainContract } from '#retain/domain/contract.ts';
import { reviewContract } from '#review/domain/contract.ts';

/** Every contract of the product: permissions, OpenAPI and the checks read this list. */
export const contracts: Record<string, Contract> = {
  attract: attractContract, bulletin: bulletinContract, cases: casesContract, deploy: deployContract, develop: developContract, exchange: exchangeContract, ledger: ledgerContract, platform: platformContract, policy: policyContract, registry: registryContract, retain: retainContract, review: reviewContract,
};
