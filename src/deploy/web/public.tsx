import type { Page } from '#platform/web/page.ts';

/** Pages of deployment. */
export const deployPages: Page[] = [
  { path: '/work/evaluations', area: 'staff', title: 'deploy.evaluations', spine: 'deploy', menu: 16, roles: ['employer', 'bureau'], load: () => import('./Evaluations.tsx') },
  { path: '/work/evaluations/$evaluationId', area: 'staff', title: 'deploy.evaluations', spine: 'deploy', roles: ['employer', 'bureau'], load: () => import('./EvaluationPage.tsx') },
  { path: '/my/evaluation', area: 'talent', title: 'deploy.mine', menu: 7, load: () => import('./MyEvaluations.tsx') },
];
