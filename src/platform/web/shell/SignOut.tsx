import { useSignOut } from '../useActor.ts';
import { useWords } from '../useWords.ts';

/** Ends the session; the browser forgets what it had read. */
export function SignOut() {
  const w = useWords();
  return <button type="button" className="text-button" onClick={useSignOut()}>{w('platform.signOut')}</button>;
}
