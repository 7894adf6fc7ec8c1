import type { Contract } from '#platform/domain/contract.ts';

/** Every contract of the product: permissions, OpenAPI and the checks read this list. */
export const contracts: Record<string, Contract> = {
};
