import type { ReactNode } from 'react';

/** One sentence saying what would be here and when, and one link. */
export const Empty = ({ children, link }: { children: ReactNode; link?: ReactNode }) => <p className="empty">{children}{link}</p>;
