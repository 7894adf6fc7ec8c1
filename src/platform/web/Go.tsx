import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { splitAddress } from './place.ts';

const looks = { link: undefined, button: 'button', primary: 'button primary', small: 'button small', smallPrimary: 'button small primary', opens: 'opens', brand: 'brand' } as const;

/** A link inside the product; it may look like a button. */
export function Go({ to, look = 'link', className, current, children, label, onClick }: {
  to: string;
  look?: keyof typeof looks;
  className?: string;
  /** Marks the page one is on. */
  current?: boolean;
  /** Name for readers when the content does not say enough. */
  label?: string;
  onClick?: () => void;
  children: ReactNode;
}) {
  const { path, search, hash } = splitAddress(to);
  return (
    <Link
      to={path}
      search={search as never}
      {...(hash === undefined ? {} : { hash })}
      className={className ?? looks[look]}
      activeProps={{ className: '' }}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </Link>
  );
}
