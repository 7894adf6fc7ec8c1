import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { ExporterContext, type Exporter } from '../exporter.ts';
import type { Page } from '../page.ts';
import { RefusalError } from '../refusalValue.ts';
import { LanguageContext, type Language } from '../useWords.ts';
import { FinderContext, type Finder } from './find.ts';
import { PagesContext } from './pages.ts';
import type { routerOf } from './router.tsx';

type Dictionary = Record<string, string>;

/** Reads the words of a language: those that open pages need at once, and the rest. */
export type ReadWords = { open(language: Language): Promise<Dictionary>; rest(language: Language): Promise<Dictionary> };

/** A language with the words that are there; `whole` once they all are. */
type Shown = { language: Language; words: Dictionary; whole: boolean };

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
  first: Shown;
  read: ReadWords;
}) {
  const [shown, setShown] = useState(first);
  const { language, whole } = shown;
  useEffect(() => {
    if (!whole) void read.rest(language).then((rest) => setShown((now) => (now.language === language ? { ...now, words: { ...now.words, ...rest }, whole: true } : now)));
  }, [language, whole, read]);
  const choice = useMemo(() => ({ ...shown, choose: (chosen: Language) => void changeLanguage(chosen, read).then(setShown) }), [shown, read]);
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

async function changeLanguage(language: Language, read: ReadWords): Promise<Shown> {
  const [open, rest] = await Promise.all([read.open(language), read.rest(language)]);
  localStorage.setItem('xinglin.language', language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return { language, words: { ...open, ...rest }, whole: true };
}
