import type { ButtonHTMLAttributes } from 'react';

/** A button that works; at most one primary in a section. While busy it keeps its place and does nothing more. */
export function Button({ kind = 'plain', small, busy, type = 'button', onClick, className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'primary' | 'plain';
  small?: boolean;
  busy?: boolean;
}) {
  const look = ['button', kind === 'primary' ? 'primary' : '', small ? 'small' : '', className ?? ''].filter(Boolean).join(' ');
  return <button {...rest} type={type} className={look} aria-busy={busy || undefined} onClick={busy ? undefined : onClick} />;
}
