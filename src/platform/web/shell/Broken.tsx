import { Button } from '../Button.tsx';
import { PageHead } from '../PageHead.tsx';
import { useWords } from '../useWords.ts';

/** A page that failed: what was done stays done, and how to go on. */
export function Broken() {
  const w = useWords();
  return (
    <div className="plain-page" role="alert">
      <PageHead title={w('platform.broken')} sub={w('platform.broken.say')} />
      <Button onClick={() => window.location.reload()}>{w('platform.refusal.reload')}</Button>
    </div>
  );
}
