import type { Page } from '#platform/web/page.ts';

/** Pages of development. */
export const developPages: Page[] = [
  { path: '/work/pairing', area: 'staff', title: 'pairing.title', spine: 'develop', menu: 3, roles: ['bureau'], load: () => import('./Pairings.tsx') },
  { path: '/work/pairing/$roundId', area: 'staff', title: 'pairing.title', spine: 'develop', roles: ['bureau'], load: () => import('./PairingRound.tsx') },
  { path: '/work/pairing/$roundId/proposals', area: 'staff', title: 'pairing.compare', spine: 'develop', roles: ['bureau'], load: () => import('./Proposals.tsx') },
  { path: '/work/pairing/$roundId/pairs', area: 'staff', title: 'pairing.pairs', spine: 'develop', roles: ['bureau', 'leader'], load: () => import('./Pairs.tsx') },
  { path: '/work/pairs/$pairId', area: 'staff', title: 'pairing.mine', spine: 'develop', roles: ['bureau', 'reviewer'], load: () => import('./PairPage.tsx') },
  { path: '/work/my-pairing', area: 'staff', title: 'pairing.mine', spine: 'develop', menu: 4, roles: ['reviewer'], load: () => import('./MyPairing.tsx') },
  { path: '/work/cohort', area: 'staff', title: 'develop.cohort', spine: 'develop', menu: 1, roles: ['employer', 'bureau'], load: () => import('./Cohort.tsx') },
  { path: '/work/cohort/people', area: 'staff', title: 'develop.cohort', spine: 'develop', roles: ['employer', 'bureau'], load: () => import('./CohortPeople.tsx') },
  { path: '/my/promotion', area: 'talent', title: 'develop.promotion', load: () => import('./Promotion.tsx') },
  { path: '/my/pairing', area: 'talent', title: 'pairing.mine', menu: 6, load: () => import('./MyPairing.tsx') },
  { path: '/my/pairing/$pairId', area: 'talent', title: 'pairing.mine', load: () => import('./PairPage.tsx') },
];
