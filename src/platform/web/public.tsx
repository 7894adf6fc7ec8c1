import { consolePages } from './consoles/pages.ts';
import type { Page } from './page.ts';

/** Sign-in, one's own account, and the consoles of the three separated administrators. */
export const platformPages: Page[] = [
  { path: '/sign-in', area: 'public', title: 'platform.signIn.title', load: () => import('./shell/SignIn.tsx') },
  { path: '/work/account', area: 'staff', title: 'account.own', load: () => import('./account/OwnAccount.tsx') },
  { path: '/my/account', area: 'talent', title: 'account.own', load: () => import('./account/OwnAccount.tsx') },
  ...consolePages,
];
