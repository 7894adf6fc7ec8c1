import type { Page } from '#platform/web/page.ts';

export { exchangeExporter } from './exportShown.ts';

/** Bringing rosters in. */
export const exchangePages: Page[] = [
  { path: '/work/imports', area: 'staff', title: 'exchange.imports', spine: 'deploy', menu: 14, roles: ['employer'], load: () => import('./ImportPage.tsx') },
  { path: '/work/experts/import', area: 'staff', title: 'exchange.experts', spine: 'review', roles: ['bureau'], load: () => import('./ImportExperts.tsx') },
];
