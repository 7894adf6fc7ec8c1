import type { Page } from '#platform/web/page.ts';

export { explainedClauses } from './explained.ts';
export { plainRule } from './plainRule.ts';
export { ResultRow } from './ResultRow.tsx';

const readers = ['employer', 'bureau', 'leader', 'specialist'] as const;

/** The policies of the region as the office reads them. */
export const policyPages: Page[] = [
  { path: '/work/policies', area: 'staff', title: 'policy.policies', spine: 'policy', menu: 1, roles: readers, load: () => import('./Policies.tsx') },
  { path: '/work/policies/$code/$version', area: 'staff', title: 'policy.policy', spine: 'policy', load: () => import('./PolicyPage.tsx') },
  { path: '/work/policies/$code/$version/sandbox', area: 'staff', title: 'policy.sandbox', spine: 'policy', roles: ['bureau', 'leader'], load: () => import('./SandboxPage.tsx') },
];
