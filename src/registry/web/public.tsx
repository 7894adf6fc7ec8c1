import { lazy } from 'react';
import type { Page } from '#platform/web/page.ts';

export { registryFinder } from './finder.ts';

/** Parts that cases show; each comes with the page that first needs it. */
export const WorkChoice = lazy(async () => ({ default: (await import('./WorkChoice.tsx')).WorkChoice }));
export const WorkCard = lazy(async () => ({ default: (await import('./WorkCard.tsx')).WorkCard }));
export const AlikeWorks = lazy(async () => ({ default: (await import('./AlikeWorks.tsx')).AlikeWorks }));
export const CaseCertificate = lazy(async () => ({ default: (await import('./CaseCertificate.tsx')).CaseCertificate }));

/** The roster, files and one's own file. */
export const registryPages: Page[] = [
  { path: '/work/people', area: 'staff', title: 'registry.roster', spine: 'deploy', menu: 10, roles: ['employer', 'bureau', 'leader', 'specialist'], load: () => import('./Roster.tsx') },
  { path: '/work/people/$personId', area: 'staff', title: 'registry.file', load: () => import('./PersonPage.tsx') },
  { path: '/work/doubles', area: 'staff', title: 'registry.doubles', spine: 'deploy', menu: 12, roles: ['bureau'], load: () => import('./Doubles.tsx') },
  { path: '/work/certificates', area: 'staff', title: 'registry.certificates.all', spine: 'deploy', menu: 14, roles: ['employer', 'bureau'], load: () => import('./Certificates.tsx') },
  { path: '/my/file', area: 'talent', title: 'registry.myFile', load: () => import('./MyFile.tsx') },
  { path: '/my/works', area: 'talent', title: 'registry.works', load: () => import('./MyWorks.tsx') },
  { path: '/my/certificates', area: 'talent', title: 'registry.certificates', load: () => import('./MyCertificates.tsx') },
  { path: '/my/certificates/$credentialId', area: 'talent', title: 'registry.certificate', load: () => import('./Certificate.tsx') },
];
