import { createContext, useContext } from 'react';
import { sayIn } from '../domain/words.ts';

export type Language = 'zh' | 'en';
/** A word by its key, with `{name}` places filled. */
export type Words = (key: string, params?: Record<string, string | number>) => string;
/** `whole` is false until the words of staff pages are there too. */
export type LanguageChoice = { language: Language; words: Record<string, string>; whole: boolean; choose: (language: Language) => void };

/** The language of the page and its dictionary; filled by the application before the first paint. */
export const LanguageContext = createContext<LanguageChoice>({ language: 'zh', words: {}, whole: true, choose: () => undefined });

/** The word of every key in the language chosen. */
export function useWords(): Words {
  const { words } = useContext(LanguageContext);
  return (key, params) => sayIn(words, key, params);
}

/** The language chosen and how to choose the other. */
export const useLanguage = (): Pick<LanguageChoice, 'language' | 'whole' | 'choose'> => useContext(LanguageContext);

/** Has this key a word? */
export const useHasWord = (): ((key: string) => boolean) => {
  const { words } = useContext(LanguageContext);
  return (key) => key in words;
};
