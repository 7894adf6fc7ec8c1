import type { Page } from '#platform/web/page.ts';

export { registryFinder } from './finder.ts';

/** The roster, files and one's own file. */
export const registryPages: Page[] = [
  { path: '/work/people', area: 'staff', title: 'registry.roster', spine: 'deploy', menu: 10, roles: ['employer', 'bureau', 'leader', 'specialist'], load: () => import('./Roster.tsx') },
  { path: '/work/people/$personId', area: 'staff', title: 'registry.file', load: () => import('./PersonPage.tsx') },
  { path: '/work/doubles', area: 'staff', title: 'registry.doubles', spine: 'deploy', menu: 12, roles: ['bureau'], load: () => import('./Doubles.tsx') },
  { path: '/my/file', area: 'talent', title: 'registry.myFile', load: () => import('./MyFile.tsx') },
];
