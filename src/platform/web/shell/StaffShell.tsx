import { Outlet } from '@tanstack/react-router';
import { staff } from '../../domain/actor.ts';
import { LocalTabs } from '../LocalTabs.tsx';
import { Go } from '../Go.tsx';
import { usePath } from '../place.ts';
import { useSession } from '../useActor.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { weekday, weekOf } from '../written.ts';
import { Seal } from './Brand.tsx';
import { Choices } from './Choices.tsx';
import { Find } from './Find.tsx';
import { firstMechanism, menuOf, pageAt, spineOf } from './menus.ts';
import { usePages } from './pages.ts';
import { NotFound } from './NotFound.tsx';
import { SignOut } from './SignOut.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useArrival } from './useArrival.ts';

/** The office: the spine at the left, path, search and date on top, the page. */
export function StaffShell() {
  const w = useWords();
  const page = pageAt(usePages(), usePath());
  const { actor } = useSession();
  const notTheirs = page?.roles && !page.roles.includes(actor.role); // what you may not see does not exist
  useArrival(`${page ? w(page.title) : w('platform.notFound')} · ${w('platform.product')}`);
  return (
    <div className="staff">
      <SkipLink />
      <StaffSpine current={page?.spine} />
      <div>
        <TopBar title={page?.title} spine={page?.spine} />
        <main id="main" className="main" tabIndex={-1}>
          <StaffTabs />
          {notTheirs ? <NotFound /> : <Outlet />}
        </main>
      </div>
    </div>
  );
}

function StaffSpine({ current }: { current: string | undefined }) {
  const w = useWords();
  const session = useSession();
  const entries = spineOf(usePages(), session.actor.role);
  return (
    <nav className="spine" aria-label={w('platform.mainMenu')}>
      <Seal />
      {entries.flatMap(({ entry, to }, index) => {
        const [character, word] = w(`platform.spine.${entry}`).split('*');
        const link = <Go key={entry} to={to} current={entry === current}><i aria-hidden="true">{character}</i>{word}</Go>;
        return entry === firstMechanism && index > 0 ? [<hr key="rule" />, link] : [link];
      })}
      <div className="who"><Go to="/work/account" className="own" label={`${session.name} · ${w('account.own')}`}><b>{session.name}</b></Go>{session.organisationName || w(`platform.role.${session.actor.role}`)}<SignOut /></div>
    </nav>
  );
}

function TopBar({ title, spine }: { title: string | undefined; spine: string | undefined }) {
  const w = useWords();
  const { language } = useLanguage();
  const { actor, regionName, today } = useSession();
  const pillar = spine ? w(`platform.spine.${spine}`).split('*')[1] : undefined;
  const last = title ? w(title) : w('platform.notFound');
  return (
    <header className="top">
      <div className="crumb">{regionName} / {pillar && pillar !== last ? `${pillar} / ` : ''}<b>{last}</b></div>
      {staff.includes(actor.role) ? <Find /> : <div className="find" />}
      <div className="tools">
        <span className="cap only-wide">{w('platform.dateLine', { date: today, weekday: weekday(today, language), week: weekOf(today) })}</span>
        <Choices />
        <span className="only-narrow"><SignOut /></span>
      </div>
    </header>
  );
}

function StaffTabs() {
  const w = useWords();
  const path = usePath();
  const pages = usePages();
  const { actor } = useSession();
  const page = pageAt(pages, path);
  const tabs = menuOf(pages, actor.role, (each) => each.area === 'staff' && each.spine === page?.spine);
  if (!page || page.menu === undefined || tabs.length < 2) return null;
  return <LocalTabs label={w('platform.localMenu')} tabs={tabs.map((each) => ({ to: each.path, label: w(each.title), on: each === page }))} />;
}
