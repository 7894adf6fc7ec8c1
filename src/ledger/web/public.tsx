import type { Page } from '#platform/web/page.ts';

/** The pages of the ledger. */
export const ledgerPages: Page[] = [
  { path: '/work/ledger', area: 'staff', title: 'ledger.title', spine: 'ledger', menu: 1, roles: ['bureau', 'employer', 'leader'], load: () => import('./Ledger.tsx') },
  { path: '/work/ledger/account', area: 'staff', title: 'ledger.account', spine: 'ledger', roles: ['bureau', 'employer', 'leader'], load: () => import('./Account.tsx') },
];
