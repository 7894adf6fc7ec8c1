import type { Page } from '#platform/web/page.ts';

/** The pages of reviews. */
export const reviewPages: Page[] = [
  { path: '/work/reviews', area: 'staff', title: 'review.mine', spine: 'review', menu: 1, roles: ['reviewer'], load: () => import('./MyReviews.tsx') },
  { path: '/work/reviews/$panelId', area: 'staff', title: 'review.title', spine: 'review', roles: ['reviewer'], load: () => import('./ReviewPage.tsx') },
  { path: '/work/experts', area: 'staff', title: 'review.experts', spine: 'review', menu: 2, roles: ['bureau'], load: () => import('./Experts.tsx') },
];
