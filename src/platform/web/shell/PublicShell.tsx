import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Go } from '../Go.tsx';
import { usePath } from '../place.ts';
import { useSession } from '../useActor.ts';
import { useApi } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { Brand } from './Brand.tsx';
import { Choices } from './Choices.tsx';
import { homeOf, menuOf, pageAt } from './menus.ts';
import { usePages } from './pages.ts';
import { RegionChoice } from './RegionChoice.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useArrival } from './useArrival.ts';

/** What everybody sees without signing in: header, menu, page, footer. */
export function PublicShell({ children }: { children?: ReactNode }) {
  const w = useWords();
  const session = useSession();
  const pages = usePages();
  const page = pageAt(pages, usePath());
  useArrival(`${page ? w(page.title) : w('platform.notFound')} · ${w('platform.publicTitle', { region: session.regionName })}`);
  return (
    <div className="public">
      <SkipLink />
      <header>
        <div className="wrap">
          <Brand to="/" title={w('platform.publicTitle', { region: session.regionName })} sub={w('platform.publicSub')} />
          <PublicMenu look="nav" />
          <div className="header-tools">
            <span className="only-wide row"><RegionChoice /><Choices /></span>
            {session.actor.role === 'visitor'
              ? <Go to="/sign-in" look="button">{w('platform.signIn')}</Go>
              : <Go to={homeOf(pages, session.actor.role)} look="button">{session.name}</Go>}
            <details className="phone-menu">
              <summary className="button">{w('platform.menu')}</summary>
              <PublicMenu look="phone" />
            </details>
          </div>
        </div>
      </header>
      <main id="main" className="wrap" tabIndex={-1}>{children ?? <Outlet />}</main>
      <PublicFooter />
    </div>
  );
}

function PublicMenu({ look }: { look: 'nav' | 'phone' }) {
  const w = useWords();
  const session = useSession();
  const path = usePath();
  const items = menuOf(usePages(), session.actor.role, (page) => page.area === 'public');
  const isOn = (to: string) => (to === '/' ? path === '/' : path.startsWith(to));
  return (
    <nav className={look === 'nav' ? 'nav' : undefined} aria-label={w(look === 'nav' ? 'platform.mainMenu' : 'platform.menu')}>
      {items.map((page) => <Go key={page.path} to={page.path} current={isOn(page.path)}>{w(page.title)}</Go>)}
      {look === 'phone' ? <><RegionChoice /><Choices /></> : null}
    </nav>
  );
}

/** Said wherever the demonstration's people exist. */
function DemoNote() {
  const w = useWords();
  const api = useApi(platformContract);
  const demo = useLoad(['demoAccounts'], () => api.demoAccounts());
  return demo.value && demo.value.accounts.length > 0 ? <span>{w('platform.footer.demo')}</span> : null;
}

function PublicFooter() {
  const w = useWords();
  const session = useSession();
  return (
    <footer>
      <div className="wrap">
        <span>{w('platform.footer.owner', { region: session.regionName })}</span>
        <DemoNote />
        <span>{w('platform.footer.sources')}</span>
      </div>
    </footer>
  );
}
