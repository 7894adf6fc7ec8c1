import type { Api } from '#platform/web/useApi.ts';
import type { policyContract } from '../domain/contract.ts';

/** One policy as its pages read it. */
export type PolicyView = Awaited<ReturnType<Api<typeof policyContract>['viewPolicy']>>;
