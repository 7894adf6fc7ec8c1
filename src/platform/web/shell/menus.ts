import type { Role } from '../../domain/actor.ts';
import type { Page, Spine } from '../page.ts';

const spineOrder: readonly Spine[] = ['work', 'attract', 'develop', 'deploy', 'retain', 'policy', 'ledger', 'review', 'insight', 'system', 'security', 'audit'];
/** The spine has a rule before this entry: above it the work by pillar, below it the mechanisms. */
export const firstMechanism: Spine = 'policy';

/** Does a role find this page in its menus? */
export const shows = (page: Page, role: Role): boolean => page.menu !== undefined && (page.roles?.includes(role) ?? true);

/** Pages of one menu in their order. */
export const menuOf = (pages: readonly Page[], role: Role, belongs: (page: Page) => boolean): Page[] =>
  pages.filter((page) => belongs(page) && shows(page, role)).toSorted((a, b) => (a.menu ?? 0) - (b.menu ?? 0));

/** The spine of a role: each entry with the page it opens. */
export function spineOf(pages: readonly Page[], role: Role): { entry: Spine; to: string }[] {
  return spineOrder.flatMap((entry) => {
    const [first] = menuOf(pages, role, (page) => page.area === 'staff' && page.spine === entry);
    return first ? [{ entry, to: first.path }] : [];
  });
}

const ownSpine: Partial<Record<Role, Spine>> = { systemAdmin: 'system', securityAdmin: 'security', auditor: 'audit', reviewer: 'review', leader: 'deploy', specialist: 'deploy' };

/** Where a role starts: its own console or the first entry of its spine. */
export function homeOf(pages: readonly Page[], role: Role): string {
  if (role === 'visitor') return '/';
  if (role === 'talent') return '/my';
  const spine = spineOf(pages, role);
  return (spine.find(({ entry }) => entry === ownSpine[role]) ?? spine[0])?.to ?? '/';
}

/** The page of an address: the one whose fixed part is longest among those that fit. */
export function pageAt(pages: readonly Page[], path: string): Page | undefined {
  const fitting = pages.filter((page) => fits(page.path, path));
  return fitting.toSorted((a, b) => fixedParts(b.path) - fixedParts(a.path))[0];
}

const fixedParts = (path: string): number => path.split('/').filter((part) => !part.startsWith('$')).length;

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith('$') || part === given[index]);
}
