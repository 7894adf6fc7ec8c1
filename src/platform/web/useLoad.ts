import { useQuery } from '@tanstack/react-query';
import { usePath } from './place.ts';
import { refusalOf, type RefusalValue } from './refusalValue.ts';

/** What a page is reading: its value once there, or the refusal. */
export type Load<T> = { value: T | undefined; refusal: RefusalValue | undefined; loading: boolean; again: () => void };

/** Reads something for the page and keeps it fresh; `every` (milliseconds) reads it again and again. */
export function useLoad<T>(key: readonly unknown[], read: () => Promise<T>, options: { every?: number; when?: boolean } = {}): Load<T> {
  const path = usePath();
  const query = useQuery({
    queryKey: key, queryFn: read, enabled: options.when ?? true, meta: { path },
    placeholderData: keepOn(path),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  });
  return {
    value: query.data,
    refusal: query.error ? refusalOf(query.error) : undefined,
    loading: query.isPending && query.fetchStatus !== 'idle',
    again: () => void query.refetch(),
  };
}

/** A list keeps its rows while its filter changes; another page never shows those of the last one. */
const keepOn = (path: string) => <D>(before: D | undefined, of?: { meta?: Record<string, unknown> | undefined }): D | undefined =>
  of?.meta?.['path'] === path ? before : undefined;
