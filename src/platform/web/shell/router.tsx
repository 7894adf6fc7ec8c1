import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Page } from '../page.ts';
import { readSearch, writeSearch } from '../place.ts';
import { Broken } from './Broken.tsx';
import { Guard } from './Guard.tsx';
import { NotFound } from './NotFound.tsx';
import { PublicShell } from './PublicShell.tsx';
import { TalentShell } from './TalentShell.tsx';

const staffShell = lazyRouteComponent(() => import('./StaffShell.tsx'), 'StaffShell');
const areas = ['public', 'talent', 'staff'] as const;

/** The router of all pages, each inside the shell of its area. */
export function routerOf(pages: readonly Page[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => <PublicShell><NotFound /></PublicShell> });
  const shells: Record<Page['area'], ComponentType> = { public: PublicShell, talent: TalentShell, staff: staffShell };
  const branches = areas.map((area) => branchOf(root, area, shells[area], pages.filter((page) => page.area === area)));
  return createRouter({
    routeTree: root.addChildren(branches),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
    scrollRestoration: false,
  });
}

function branchOf(root: AnyRoute, area: Page['area'], Shell: ComponentType, pages: readonly Page[]): AnyRoute {
  const branch = createRoute({ getParentRoute: () => root, id: area, component: () => <Guard area={area}><Shell /></Guard> });
  const leaves = pages.map((page) => createRoute({ getParentRoute: () => branch, path: page.path, component: lazyRouteComponent(page.load) }));
  return branch.addChildren(leaves);
}
