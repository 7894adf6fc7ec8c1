import { useEffect, useRef, useState } from 'react';

/** A value once it has stood still for so many milliseconds, so that a dragged slider asks once. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(wait);
  }, [value, milliseconds]);
  return settled;
}

/** A value taken up at most once in so many milliseconds while it keeps moving, and once more when it stops. */
export function useSteadied<T>(value: T, milliseconds: number): T {
  const [steadied, setSteadied] = useState(value);
  const newest = useRef(value);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    newest.current = value;
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      setSteadied(newest.current);
    }, milliseconds);
  }, [value, milliseconds]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return steadied;
}
