import type { Page } from '#platform/web/page.ts';

/** A talent's own pages of this pillar. */
export const retainPages: Page[] = [
  { path: '/my', area: 'talent', title: 'retain.home', load: () => import('./TalentHome.tsx') },
  { path: '/my/whistle', area: 'talent', title: 'retain.whistle', load: () => import('./Whistle.tsx') },
  { path: '/my/services', area: 'talent', title: 'retain.services', load: () => import('./Services.tsx') },
  { path: '/work/unlocks', area: 'staff', title: 'retain.unlocks', spine: 'retain', menu: 1, roles: ['employer', 'bureau'], load: () => import('./Unlocks.tsx') },
  { path: '/work/unlocks/people', area: 'staff', title: 'retain.unlocks', spine: 'retain', roles: ['employer', 'bureau'], load: () => import('./Lacking.tsx') },
  { path: '/work/entitlements', area: 'staff', title: 'retain.entitlements', spine: 'retain', menu: 2, roles: ['employer', 'bureau'], load: () => import('./Entitlements.tsx') },
];
