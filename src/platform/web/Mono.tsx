import type { ReactNode } from 'react';

/** A number of record: case numbers, hashes, document numbers. */
export const Mono = ({ children }: { children: ReactNode }) => <span className="mono">{children}</span>;
