import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePath } from '../place.ts';
import { useSession } from '../useActor.ts';
import { useLanguage } from '../useWords.ts';
import type { Page } from '../page.ts';
import { NotFound } from './NotFound.tsx';
import { PublicShell } from './PublicShell.tsx';

/** Sends a visitor to the sign-in and shows nothing of an area to those it is not for; the server judges again. */
export function Guard({ area, children }: { area: Page['area']; children: ReactNode }) {
  const { actor } = useSession();
  const path = usePath();
  const { whole } = useLanguage();
  if (area === 'public') return children;
  if (actor.role === 'visitor') return <Navigate to="/sign-in" search={{ to: path } as never} replace />;
  if (area === 'staff' && !whole) return null; // its words are on their way
  return (actor.role === 'talent') === (area === 'talent') ? children : <PublicShell><NotFound /></PublicShell>;
}
