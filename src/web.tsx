import { createRoot } from 'react-dom/client';
import { platformContract } from '#platform/domain/platformContract.ts';
import './platform/web/look/tokens.css';
import './platform/web/look/base.css';
import './platform/web/look/parts.css';
import './platform/web/look/layout.css';
import { Application, queryClient, type ReadWords } from '#platform/web/shell/Application.tsx';
import { platformPages } from '#platform/web/public.tsx';
import { pageAt } from '#platform/web/shell/menus.ts';
import { routerOf } from '#platform/web/shell/router.tsx';
import type { Page } from '#platform/web/page.ts';
import { sessionKey } from '#platform/web/useActor.ts';
import { apiOf } from '#platform/web/useApi.ts';
import type { Language } from '#platform/web/useWords.ts';
import { attractPages } from '#attract/web/public.tsx';
import { registryFinder, registryPages } from '#registry/web/public.tsx';
import { bulletinPages } from '#bulletin/web/public.tsx';
import { exchangeExporter, exchangePages } from '#exchange/web/public.tsx';
import { ledgerPages } from '#ledger/web/public.tsx';
import { reviewPages } from '#review/web/public.tsx';
import { policyPages } from '#policy/web/public.tsx';
import { casesPages } from '#cases/web/public.tsx';
import { deployPages } from '#deploy/web/public.tsx';
import { developPages } from '#develop/web/public.tsx';
import { retainPages } from '#retain/web/public.tsx';

const pages: readonly Page[] = [...attractPages, ...registryPages, ...exchangePages, ...bulletinPages, ...ledgerPages, ...reviewPages, ...policyPages, ...casesPages, ...retainPages, ...deployPages, ...developPages, ...platformPages];

const readWords: ReadWords = {
  open: async (language) => (await (language === 'zh' ? import('./wordsZhPages.ts') : import('./wordsEnPages.ts'))).default,
  rest: async (language) => (await (language === 'zh' ? import('./wordsZhRest.ts') : import('./wordsEnRest.ts'))).default,
};

/** Words, session and the page asked for are read at once and before the first paint, so that nothing waits in a row or jumps. */
async function start(): Promise<void> {
  const language: Language = localStorage.getItem('xinglin.language') === 'en' ? 'en' : 'zh';
  const client = queryClient();
  const api = apiOf(platformContract, language);
  const session = client.prefetchQuery({ queryKey: sessionKey, queryFn: () => api.me() });
  const page = pageAt(pages, window.location.pathname);
  const whole = page?.area === 'staff';
  const [open, rest] = await Promise.all([readWords.open(language), whole ? readWords.rest(language) : {}, session, page?.load()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(<Application client={client} router={routerOf(pages)} pages={pages} finder={registryFinder} exporter={exchangeExporter} first={{ language, words: { ...open, ...rest }, whole }} read={readWords} />);
}

void start();
