import { Go } from '../Go.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSession } from '../useActor.ts';
import { useWords } from '../useWords.ts';
import { homeOf } from './menus.ts';
import { usePages } from './pages.ts';

/** No page here, or not for this role; the way home. */
export function NotFound() {
  const w = useWords();
  const pages = usePages();
  const { actor } = useSession();
  return (
    <div className="plain-page">
      <PageHead title={w('platform.notFound')} sub={w('platform.notFound.say')} />
      <Go to={homeOf(pages, actor.role)} look="button">{w('platform.notFound.home')}</Go>
    </div>
  );
}
