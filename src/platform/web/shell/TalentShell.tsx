import { Outlet } from '@tanstack/react-router';
import { Go } from '../Go.tsx';
import { usePath } from '../place.ts';
import { useSession } from '../useActor.ts';
import { useWords } from '../useWords.ts';
import { Brand } from './Brand.tsx';
import { Choices } from './Choices.tsx';
import { menuOf, pageAt } from './menus.ts';
import { usePages } from './pages.ts';
import { SignOut } from './SignOut.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useArrival } from './useArrival.ts';

const places = [
  { key: 'home', to: '/my' },
  { key: 'cases', to: '/my/cases' },
  { key: 'whistle', to: '/my/whistle' },
  { key: 'file', to: '/my/file' },
  { key: 'services', to: '/my/services' },
] as const;

/** A talent's own pages: header, and on a phone the bar of five places with the whistle in its middle. */
export function TalentShell() {
  const w = useWords();
  const session = useSession();
  const pages = usePages();
  const page = pageAt(pages, usePath());
  const beside = menuOf(pages, session.actor.role, (each) => each.area === 'talent' && !places.some(({ to }) => to === each.path));
  useArrival(`${page ? w(page.title) : w('platform.notFound')} · ${w('platform.talentTitle')}`);
  return (
    <div className="public talent">
      <SkipLink />
      <header>
        <div className="wrap">
          <Brand to="/my" title={w('platform.talentTitle')} sub={w('platform.talentSub', { region: session.regionName })} />
          <TalentMenu look="nav" />
          <div className="header-tools">
            <span className="only-wide row"><Choices /></span>
            {beside.map((each, at) => <Go key={each.path} to={each.path} {...(at > 0 ? { className: 'only-wide' } : {})}>{w(each.title)}</Go>)}
            <Go to="/my/account" label={`${session.name} · ${w('account.own')}`}>{session.name}</Go>
            <SignOut />
          </div>
        </div>
      </header>
      <main id="main" className="wrap talent-main" tabIndex={-1}><Outlet /></main>
      <div className="phone-choices wrap">{beside.slice(1).map((each) => <Go key={each.path} to={each.path}>{w(each.title)}</Go>)}<Choices /></div>
      <TalentMenu look="bottom-bar" />
    </div>
  );
}

function TalentMenu({ look }: { look: 'nav' | 'bottom-bar' }) {
  const w = useWords();
  const path = usePath();
  const pages = usePages();
  const isOn = (to: string) => (to === '/my' ? path === to : path.startsWith(to));
  return (
    <nav className={look} aria-label={w(look === 'nav' ? 'platform.mainMenu' : 'platform.menu')}>
      {places.filter(({ to }) => look === 'bottom-bar' || pageAt(pages, to)).map(({ key, to }) => {
        const [character, word] = w(`platform.place.${key}`).split('*');
        return look === 'nav'
          ? <Go key={key} to={to} current={isOn(to)}>{word}</Go>
          : <Go key={key} to={to} current={isOn(to)} {...(key === 'whistle' ? { className: 'whistle' } : {})}><i aria-hidden="true">{character}</i>{word}</Go>;
      })}
    </nav>
  );
}
