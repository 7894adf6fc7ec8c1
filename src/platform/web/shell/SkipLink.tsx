import { useWords } from '../useWords.ts';

/** The first stop of the keyboard: past the menus, to the page. */
export function SkipLink() {
  const w = useWords();
  return <a className="skip" href="#main">{w('platform.skip')}</a>;
}
