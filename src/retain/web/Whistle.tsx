import { PageHead } from '#platform/web/PageHead.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useWords } from '#platform/web/useWords.ts';

/** Where a talent asks the specialist; shut, with its reason, until the region's service desk is open. */
export default function Whistle() {
  const w = useWords();
  return (
    <div className="plain-page">
      <PageHead title={w('retain.whistle')} sub={w('retain.specialist.what')} />
      <ShutButton why={w('retain.whistle.shut')}>{w('retain.whistle')}</ShutButton>
    </div>
  );
}
