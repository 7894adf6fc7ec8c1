import type { ReactNode } from 'react';

/** A word in a thin frame; `waiting` only for what waits for the reader. */
export const Tag = ({ kind = 'plain', children }: { kind?: 'plain' | 'green' | 'waiting' | 'open'; children: ReactNode }) =>
  <span className={`tag ${kind}`}>{children}</span>;
