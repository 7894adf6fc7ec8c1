import { PageHead } from '#platform/web/PageHead.tsx';
import { useWords } from '#platform/web/useWords.ts';

/** The first page a visitor sees. */
export default function Home() {
  const w = useWords();
  return <div className="plain-page"><PageHead title={w('attract.check.title')} sub={w('attract.check.sub')} /></div>;
}
