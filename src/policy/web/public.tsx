import type { Page } from '#platform/web/page.ts';

export { explainedClauses, missingOf, nextStepOf } from './explained.ts';

/** The policy studio's pages. */
export const policyPages: Page[] = [];
