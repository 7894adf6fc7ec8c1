import { signedIn } from '#platform/domain/actor.ts';
import type { Page } from '#platform/web/page.ts';

/** The pages of the bulletin. */
export const bulletinPages: Page[] = [
  { path: '/my/messages', area: 'talent', title: 'bulletin.messages', menu: 5, load: () => import('./Messages.tsx') },
  { path: '/work/messages', area: 'staff', title: 'bulletin.messages', spine: 'work', menu: 9, roles: signedIn, load: () => import('./Messages.tsx') },
  { path: '/work/mailbox', area: 'staff', title: 'bulletin.mailbox', spine: 'system', menu: 8, roles: ['systemAdmin'], load: () => import('./Mailbox.tsx') },
];
