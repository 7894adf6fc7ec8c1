import type { Page } from '#platform/web/page.ts';

/** The public portal. */
export const attractPages: Page[] = [
  { path: '/', area: 'public', title: 'attract.home', menu: 1, load: () => import('./Home.tsx') },
];
