import type { Page } from '#platform/web/page.ts';

/** A talent's own pages of this pillar. */
export const retainPages: Page[] = [
  { path: '/my', area: 'talent', title: 'retain.home', load: () => import('./TalentHome.tsx') },
  { path: '/my/whistle', area: 'talent', title: 'retain.whistle', load: () => import('./Whistle.tsx') },
  { path: '/my/services', area: 'talent', title: 'retain.services', load: () => import('./Services.tsx') },
];
