import type { ReactNode } from 'react';

/** Facts in two columns, one on a phone. */
export const FactGrid = ({ children }: { children: ReactNode }) => <dl className="fact-grid">{children}</dl>;
