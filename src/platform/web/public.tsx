import type { Page } from './page.ts';

/** Sign-in and the consoles of the three separated administrators. */
export const platformPages: Page[] = [
  { path: '/sign-in', area: 'public', title: 'platform.signIn.title', load: () => import('./shell/SignIn.tsx') },
  { path: '/work/system', area: 'staff', title: 'platform.health', spine: 'system', menu: 1, roles: ['systemAdmin'], load: () => import('./console/Health.tsx') },
  { path: '/work/jobs', area: 'staff', title: 'platform.jobs', spine: 'system', menu: 2, roles: ['systemAdmin'], load: () => import('./console/Jobs.tsx') },
  { path: '/work/accounts', area: 'staff', title: 'platform.accounts', spine: 'security', menu: 1, roles: ['securityAdmin'], load: () => import('./console/Accounts.tsx') },
  { path: '/work/audit', area: 'staff', title: 'platform.audit', spine: 'audit', menu: 1, roles: ['auditor'], load: () => import('./console/AuditTrail.tsx') },
  { path: '/work/audit/seal', area: 'staff', title: 'platform.seal.title', spine: 'audit', menu: 2, roles: ['auditor'], load: () => import('./console/AuditSeal.tsx') },
];
