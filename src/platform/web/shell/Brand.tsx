import { Go } from '../Go.tsx';
import { useWords } from '../useWords.ts';

/** The seal with the name of the platform. */
export function Brand({ to, title, sub }: { to: string; title: string; sub: string }) {
  return (
    <Go to={to} look="brand">
      <Seal />
      <span><b>{title}</b><span>{sub}</span></span>
    </Go>
  );
}

/** The seal alone. */
export function Seal() {
  const w = useWords();
  return <span className="seal" aria-hidden="true">{w('platform.seal')}</span>;
}
