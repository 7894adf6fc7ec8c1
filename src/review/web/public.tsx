import { lazy } from 'react';
import type { Page } from '#platform/web/page.ts';

/** The pages of reviews. */
export const reviewPages: Page[] = [
  { path: '/work/reviews', area: 'staff', title: 'review.title', spine: 'review', menu: 1, roles: ['reviewer', 'bureau'], load: () => import('./Reviews.tsx') },
  { path: '/work/reviews/$panelId', area: 'staff', title: 'review.title', spine: 'review', roles: ['reviewer', 'bureau'], load: () => import('./ReviewOrRound.tsx') },
  { path: '/work/reviews/$panelId/draw', area: 'staff', title: 'review.act.publishDraw', spine: 'review', roles: ['bureau'], load: () => import('./ManageDraw.tsx') },
  { path: '/work/reviews/$panelId/assign', area: 'staff', title: 'review.act.assign', spine: 'review', roles: ['bureau'], load: () => import('./AssignPage.tsx') },
  { path: '/work/experts', area: 'staff', title: 'review.experts', spine: 'review', menu: 2, roles: ['bureau'], load: () => import('./Experts.tsx') },
  { path: '/work/experts/$expertId', area: 'staff', title: 'review.expert', spine: 'review', roles: ['bureau'], load: () => import('./ExpertPage.tsx') },
  { path: '/work/conflicts', area: 'staff', title: 'review.conflicts', spine: 'review', menu: 2.5, roles: ['bureau'], load: () => import('./Conflicts.tsx') },
  { path: '/work/ties', area: 'staff', title: 'review.ties', spine: 'review', menu: 4, roles: ['reviewer'], load: () => import('./Ties.tsx') },
  { path: '/my/ties', area: 'talent', title: 'review.ties', load: () => import('./Ties.tsx') },
  { path: '/work/meetings', area: 'staff', title: 'review.meetings', spine: 'review', menu: 3, roles: ['bureau', 'reviewer'], load: () => import('./Meetings.tsx') },
  { path: '/work/meetings/$meetingId', area: 'staff', title: 'review.meeting', spine: 'review', roles: ['bureau', 'reviewer'], load: () => import('./MeetingPage.tsx') },
  { path: '/work/meetings/$meetingId/minutes', area: 'staff', title: 'review.minutes', spine: 'review', roles: ['bureau', 'reviewer'], load: () => import('./MinutesPage.tsx') },
  { path: '/work/calibrations/$reviewRoundId', area: 'staff', title: 'review.calibration', spine: 'review', roles: ['bureau'], load: () => import('./CalibrationPage.tsx') },
  { path: '/meetings/$meetingId', area: 'public', title: 'review.record', load: () => import('./RecordPage.tsx') },
  { path: '/draws', area: 'public', title: 'review.draws', menu: 5.5, load: () => import('./Draws.tsx') },
  { path: '/draws/$drawId', area: 'public', title: 'review.draws', load: () => import('./DrawPage.tsx') },
  { path: '/draw/$drawId/party', area: 'public', title: 'review.own.title', load: () => import('./DrawPartyPage.tsx') },
];

/** What happens now to one's own file in its review round; loaded where it is shown. */
export const ReviewNow = lazy(() => import('./ReviewNow.tsx').then((found) => ({ default: found.ReviewNow })));
