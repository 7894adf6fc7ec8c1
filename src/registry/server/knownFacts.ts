import type { Tx } from '#platform/server/database.ts';

/** What is known of a person on a day: read once a transaction, since one page asks for it in many places. */
const remembered = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/** The answer read before in this transaction, or read now. */
export function onceIn<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  const known = remembered.get(tx) ?? new Map<string, Promise<unknown>>();
  remembered.set(tx, known);
  const found = (known.get(key) ?? read()) as Promise<T>;
  known.set(key, found);
  return found;
}

/** To be called by everything that writes facts: what was read before no longer holds. */
export const forgetKnown = (tx: Tx): void => { remembered.delete(tx); };
