import type { Page } from '#platform/web/page.ts';

/** The public portal. */
export const attractPages: Page[] = [
  { path: '/', area: 'public', title: 'platform.home', menu: 1, load: () => import('./Home.tsx') },
  { path: '/jobs', area: 'public', title: 'attract.jobs', menu: 2, load: () => import('./Jobs.tsx') },
  { path: '/programmes', area: 'public', title: 'attract.programmes', menu: 3, load: () => import('./Programmes.tsx') },
  { path: '/programmes/$code', area: 'public', title: 'attract.programmes', load: () => import('./Programme.tsx') },
  { path: '/policies', area: 'public', title: 'attract.policies', menu: 4, load: () => import('./Policies.tsx') },
  { path: '/policies/$code/$version', area: 'public', title: 'attract.policies', load: () => import('./Policy.tsx') },
  { path: '/notices', area: 'public', title: 'attract.notices', menu: 5, load: () => import('./Notices.tsx') },
  { path: '/notices/$noticeId', area: 'public', title: 'attract.notices', load: () => import('./Notice.tsx') },
  { path: '/exams', area: 'public', title: 'attract.exams', menu: 6, load: () => import('./Exams.tsx') },
  { path: '/verify', area: 'public', title: 'attract.verify', menu: 7, load: () => import('./Verify.tsx') },
];
