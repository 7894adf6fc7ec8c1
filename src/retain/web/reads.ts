import type { casesContract } from '#cases/domain/contract.ts';
import type { openContract } from '#policy/domain/openContract.ts';
import type { Api } from '#platform/web/useApi.ts';
import type { entitlementContract } from '../domain/entitlementContract.ts';
import type { registryContract } from '#registry/domain/contract.ts';

/** What a talent's pages read. */
export type MyCases = Awaited<ReturnType<Api<typeof casesContract>['listMine']>>;
export type MyCase = MyCases['rows'][number];
export type MyEntitlements = Awaited<ReturnType<Api<typeof openContract>['listOwnEntitlements']>>;
export type MyResult = MyEntitlements['judged'][number]['results'][number];
export type MyDue = Awaited<ReturnType<Api<typeof entitlementContract>['ownEntitlements']>>;
export type MyEntitlement = MyDue['entitlements'][number];
export type MyShares = Awaited<ReturnType<Api<typeof registryContract>['listMyShares']>>;
export type MyFile = Awaited<ReturnType<Api<typeof registryContract>['viewMyFile']>>;

/** All results of all policies judged. */
export const resultsOf = (entitlements: MyEntitlements): MyResult[] => entitlements.judged.flatMap((each) => each.results);
