import { createContext, useContext } from 'react';
import type { Page } from '../page.ts';

/** Every page of the product, for menus. */
export const PagesContext = createContext<readonly Page[]>([]);

/** Every page of the product. */
export const usePages = (): readonly Page[] => useContext(PagesContext);
