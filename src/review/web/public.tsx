import type { Page } from '#platform/web/page.ts';

/** The pages of reviews. */
export const reviewPages: Page[] = [
  { path: '/work/reviews', area: 'staff', title: 'review.mine', spine: 'review', menu: 1, roles: ['reviewer'], load: () => import('./MyReviews.tsx') },
  { path: '/work/reviews/$panelId', area: 'staff', title: 'review.title', spine: 'review', roles: ['reviewer'], load: () => import('./ReviewPage.tsx') },
  { path: '/work/experts', area: 'staff', title: 'review.experts', spine: 'review', menu: 2, roles: ['bureau'], load: () => import('./Experts.tsx') },
  { path: '/work/meetings', area: 'staff', title: 'review.meetings', spine: 'review', menu: 3, roles: ['bureau', 'reviewer'], load: () => import('./Meetings.tsx') },
  { path: '/work/meetings/$meetingId', area: 'staff', title: 'review.meeting', spine: 'review', roles: ['bureau', 'reviewer'], load: () => import('./MeetingPage.tsx') },
  { path: '/work/meetings/$meetingId/minutes', area: 'staff', title: 'review.minutes', spine: 'review', roles: ['bureau', 'reviewer'], load: () => import('./MinutesPage.tsx') },
  { path: '/work/calibrations/$reviewRoundId', area: 'staff', title: 'review.calibration', spine: 'review', roles: ['bureau'], load: () => import('./CalibrationPage.tsx') },
  { path: '/meetings/$meetingId', area: 'public', title: 'review.record', load: () => import('./RecordPage.tsx') },
];
