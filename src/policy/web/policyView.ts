import type { Api } from '#platform/web/useApi.ts';
import type { policyContract } from '../domain/contract.ts';

/** One policy as its pages read it. */
export type PolicyView = Awaited<ReturnType<Api<typeof policyContract>['viewPolicy']>>;
/** What the sandbox answers. */
export type SandboxView = Awaited<ReturnType<Api<typeof policyContract>['trySandbox']>>;
/** The counts that follow a slider. */
export type SlideView = Awaited<ReturnType<Api<typeof policyContract>['slideSandbox']>>;
/** One person behind a figure. */
export type SandboxPersonView = Awaited<ReturnType<Api<typeof policyContract>['listSandboxPeople']>>['rows'][number];
/** Tried values by parameter; money in fen. */
export type Tried = Record<string, number>;
