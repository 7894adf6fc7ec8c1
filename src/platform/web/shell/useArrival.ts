import { useEffect, useRef } from 'react';
import { usePath } from '../place.ts';

/** Tells readers and the window that another page has come: its title, and the focus on its main part. */
export function useArrival(title: string): void {
  const path = usePath();
  const first = useRef(true);
  useEffect(() => { document.title = title; }, [title]);
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    document.getElementById('main')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
}
