import type { Page } from '#platform/web/page.ts';

/** Bringing rosters in, and what the bureau must decide about them. */
export const exchangePages: Page[] = [
  { path: '/work/imports', area: 'staff', title: 'exchange.imports', spine: 'deploy', menu: 14, roles: ['employer'], load: () => import('./ImportPage.tsx') },
  { path: '/work/person-checks', area: 'staff', title: 'exchange.checks', spine: 'deploy', menu: 13, roles: ['bureau'], load: () => import('./PersonChecks.tsx') },
];
