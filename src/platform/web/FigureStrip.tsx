import type { ReactNode } from 'react';

/** Figures in one ruled row. */
export const FigureStrip = ({ children }: { children: ReactNode }) => <div className="figure-strip">{children}</div>;
