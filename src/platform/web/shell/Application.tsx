import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo, useState } from 'react';
import { ExporterContext, type Exporter } from '../exporter.ts';
import type { Page } from '../page.ts';
import { RefusalError } from '../refusalValue.ts';
import { LanguageContext, type Language } from '../useWords.ts';
import { FinderContext, type Finder } from './find.ts';
import { PagesContext } from './pages.ts';
import type { routerOf } from './router.tsx';

/** Reads the words of a language. */
export type ReadWords = (language: Language) => Promise<Record<string, string>>;

const freshForMs = 5_000;
const tries = 2;

/** The cache of what pages have read; a broken line is tried again, a refusal is an answer. */
export const queryClient = (): QueryClient => new QueryClient({
  defaultOptions: { queries: { staleTime: freshForMs, retry: (count, error) => count < tries && !(error instanceof RefusalError && error.status < 500) } },
});

/** The product in the browser: words, cache, menus, router. */
export function Application({ client, router, pages, finder, exporter, first, read }: {
  client: QueryClient;
  router: ReturnType<typeof routerOf>;
  pages: readonly Page[];
  finder: Finder | undefined;
  exporter: Exporter | undefined;
  first: { language: Language; words: Record<string, string> };
  read: ReadWords;
}) {
  const [shown, setShown] = useState(first);
  const choice = useMemo(() => ({ ...shown, choose: (language: Language) => void changeLanguage(language, read).then(setShown) }), [shown, read]);
  return (
    <StrictMode>
      <LanguageContext value={choice}>
        <QueryClientProvider client={client}>
          <PagesContext value={pages}>
            <FinderContext value={finder}>
              <ExporterContext value={exporter}>
                <RouterProvider router={router} />
              </ExporterContext>
            </FinderContext>
          </PagesContext>
        </QueryClientProvider>
      </LanguageContext>
    </StrictMode>
  );
}

async function changeLanguage(language: Language, read: ReadWords): Promise<{ language: Language; words: Record<string, string> }> {
  const words = await read(language);
  localStorage.setItem('xinglin.language', language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return { language, words };
}
