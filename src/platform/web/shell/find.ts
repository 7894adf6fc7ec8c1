import { createContext } from 'react';

/** One thing found: what it is called, what it is, where it opens. */
export type Found = { to: string; title: string; sub: string };
/** Looks something up for the top bar; the slices that can be searched give it. */
export type Finder = { find: (text: string, language: string) => Promise<Found[]>; allTo: (text: string) => string };

/** What the top bar searches. */
export const FinderContext = createContext<Finder | undefined>(undefined);
