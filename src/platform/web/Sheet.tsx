import type { ReactNode } from 'react';

/** White paper for what is worked on. */
export const Sheet = ({ children, waiting, roomy = true }: { children: ReactNode; waiting?: boolean; roomy?: boolean }) =>
  <div className={`sheet${waiting ? ' waiting' : ''}${roomy ? ' roomy' : ''}`}>{children}</div>;
