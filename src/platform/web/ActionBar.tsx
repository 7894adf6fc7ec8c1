import type { ReactNode } from 'react';

/** The acts of a page, always in reach at its foot, with why the first is shut. */
export const ActionBar = ({ children, why }: { children: ReactNode; why?: ReactNode }) => (
  <div className="action-bar">{why ? <p className="why">{why}</p> : null}{children}</div>
);
