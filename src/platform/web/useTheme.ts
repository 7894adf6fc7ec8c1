import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const shown = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** Light or dark; index.html has set it before the first paint. */
export function useTheme(): { theme: Theme; choose: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, shown);
  const choose = (next: Theme) => {
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem('xinglin.theme', next);
    listeners.forEach((listener) => listener());
  };
  return { theme, choose };
}
