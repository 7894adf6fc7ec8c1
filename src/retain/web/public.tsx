import type { Page } from '#platform/web/page.ts';

/** A talent's own home. */
export const retainPages: Page[] = [
  { path: '/my', area: 'talent', title: 'retain.home', load: () => import('./TalentHome.tsx') },
];
