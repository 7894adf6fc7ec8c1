import { lazy } from 'react';
import type { Page } from '#platform/web/page.ts';

export { ChangeList } from './ChangeList.tsx';
export { explainedClauses } from './explained.ts';
export { plainRule } from '../domain/plainRule.ts';
export { nextStepsOf } from '../domain/nextSteps.ts';
export { WrittenExplanation } from './WrittenExplanation.tsx';
export { ForceTag } from './ForceTag.tsx';
export { ResultRow } from './ResultRow.tsx';

/** Loaded by the queue alone, so that no portal page carries the studio's contract. */
export const DraftsWaiting = lazy(() => import('./DraftsWaiting.tsx'));

const readers = ['employer', 'bureau', 'leader', 'specialist'] as const;

/** The policies of the region as the office reads them. */
export const policyPages: Page[] = [
  { path: '/work/policies', area: 'staff', title: 'policy.policies', spine: 'policy', menu: 1, roles: readers, load: () => import('./Policies.tsx') },
  { path: '/work/policies/drafts', area: 'staff', title: 'policy.studio', spine: 'policy', menu: 2, roles: ['bureau'], load: () => import('./Drafts.tsx') },
  { path: '/work/policies/drafts/$draftId', area: 'staff', title: 'policy.studio', spine: 'policy', roles: ['bureau'], load: () => import('./StudioPage.tsx') },
  { path: '/work/policies/$code/comparison', area: 'staff', title: 'policy.compare', spine: 'policy', roles: readers, load: () => import('./ComparePage.tsx') },
  { path: '/work/policies/$code/$version', area: 'staff', title: 'policy.policy', spine: 'policy', load: () => import('./PolicyPage.tsx') },
  { path: '/work/policies/$code/$version/sandbox', area: 'staff', title: 'policy.sandbox', spine: 'policy', roles: ['bureau', 'leader'], load: () => import('./SandboxPage.tsx') },
  { path: '/work/explain/$personId', area: 'staff', title: 'policy.written.page', spine: 'policy', roles: ['employer', 'bureau'], load: () => import('./ExplanationPage.tsx') },
  { path: '/my/explain', area: 'talent', title: 'policy.written.page', load: () => import('./ExplanationPage.tsx') },
];
