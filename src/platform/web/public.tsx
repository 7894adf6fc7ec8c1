import { consolePages } from './consoles/pages.ts';
import type { Page } from './page.ts';

/** The sign-in page. */
export const platformPages: Page[] = [
  { path: '/sign-in', area: 'public', title: 'platform.signIn.title', load: () => import('./shell/SignIn.tsx') },
  ...consolePages,
];
