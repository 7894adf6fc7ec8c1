import { useQueryClient } from '@tanstack/react-query';
import type { Actor } from '../domain/actor.ts';
import { platformContract } from '../domain/platformContract.ts';
import { useApi } from './useApi.ts';
import { useLoad } from './useLoad.ts';

/** Who is at the screen, in which region, and what day the server says it is. */
export type Session = { actor: Actor; name: string; organisationName: string; regionName: string; today: string; demo: boolean };

/** The key under which the session is kept; the application reads it before the first paint. */
export const sessionKey = ['session'] as const;

const nobody: Session = {
  actor: { accountId: '', personId: '', role: 'visitor', regionId: '', organisationId: '', organisationPath: '' },
  name: '', organisationName: '', regionName: '', today: '1970-01-01', demo: false,
};

/** The session; a visitor's while nobody has signed in. */
export function useSession(): Session {
  const api = useApi(platformContract);
  return useLoad<Session>(sessionKey, () => api.me()).value ?? nobody;
}

/** Who is acting, with name, organisation and region in words. */
export const useActor = useSession;

/** Today in Beijing by the server's clock, 'YYYY-MM-DD'. */
export const useToday = (): string => useSession().today;

/** Ends the session and starts over as a visitor. */
export function useSignOut(): () => void {
  const api = useApi(platformContract);
  const client = useQueryClient();
  return () => void api.signOut().finally(() => {
    client.clear();
    window.location.assign('/');
  });
}
