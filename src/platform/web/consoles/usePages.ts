import { useState } from 'react';
import { useLoad, type Load } from '../useLoad.ts';

type Page<Row> = { rows: Row[]; next: string | null };

/** A keyset-paged list that grows at its end; a new key starts it over. */
export function usePages<Row>(key: readonly unknown[], read: (limit: number) => Promise<Page<Row>>, options: { every?: number } = {}): { load: Load<Page<Row>>; more: (() => void) | undefined } {
  const name = JSON.stringify(key);
  const [grown, setGrown] = useState({ name, limit: step });
  const limit = grown.name === name ? grown.limit : step;
  const load = useLoad([...key, limit], () => read(limit), options);
  const canGrow = load.value?.next && limit < most;
  return { load, more: canGrow ? () => setGrown({ name, limit: Math.min(most, limit + step) }) : undefined };
}

/** How many rows one reading adds. */
export const step = 50;
const most = 200;
