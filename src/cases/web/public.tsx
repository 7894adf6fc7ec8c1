import type { Page } from '#platform/web/page.ts';

/** The work queue, cases, rounds and the list of the entitled; a talent's own applications. */
export const casesPages: Page[] = [
  { path: '/work', area: 'staff', title: 'cases.queue', spine: 'work', menu: 1, roles: ['employer', 'bureau'], load: () => import('./Queue.tsx') },
  { path: '/work/cases/$caseId', area: 'staff', title: 'cases.case', spine: 'work', roles: ['employer', 'bureau'], load: () => import('./CasePage.tsx') },
  { path: '/work/entitled', area: 'staff', title: 'cases.entitled', spine: 'attract', menu: 20, roles: ['employer', 'bureau'], load: () => import('./Entitled.tsx') },
  { path: '/work/rounds', area: 'staff', title: 'cases.round.new', spine: 'attract', menu: 21, roles: ['employer', 'bureau'], load: () => import('./Rounds.tsx') },
  { path: '/my/cases', area: 'talent', title: 'cases.mine', load: () => import('./MyCases.tsx') },
  { path: '/my/cases/$caseId', area: 'talent', title: 'cases.case', load: () => import('./MyCase.tsx') },
  { path: '/my/apply', area: 'talent', title: 'cases.apply', load: () => import('./Apply.tsx') },
  { path: '/work/settlements/$reviewRoundId', area: 'staff', title: 'cases.settlement', spine: 'review', roles: ['bureau'], load: () => import('./Settlement.tsx') },
  { path: '/work/cases/$caseId/letter', area: 'staff', title: 'cases.letter', spine: 'work', roles: ['employer', 'bureau'], load: () => import('./LetterPage.tsx') },
  { path: '/my/cases/$caseId/letter', area: 'talent', title: 'cases.letter', load: () => import('./LetterPage.tsx') },
];
