import type { Page } from '../page.ts';

/** The three consoles of the separated administrators (三员分立). */
export const consolePages: Page[] = [
  { path: '/work/system', area: 'staff', title: 'console.system', spine: 'system', menu: 1, roles: ['systemAdmin'], load: () => import('./SystemHealth.tsx') },
  { path: '/work/system/jobs', area: 'staff', title: 'console.jobs', spine: 'system', menu: 2, roles: ['systemAdmin'], load: () => import('./JobList.tsx') },
  { path: '/work/security', area: 'staff', title: 'console.security', spine: 'security', menu: 1, roles: ['securityAdmin'], load: () => import('./Accounts.tsx') },
  { path: '/work/security/permissions', area: 'staff', title: 'console.permissions', spine: 'security', menu: 2, roles: ['securityAdmin'], load: () => import('./Permissions.tsx') },
  { path: '/work/audit', area: 'staff', title: 'console.audit', spine: 'audit', menu: 1, roles: ['auditor'], load: () => import('./AuditTrail.tsx') },
];
