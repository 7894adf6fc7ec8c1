import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { EvaluationIndex } from '../domain/evaluationIndex.ts';

/** What an index stands on, and what of it no public text gives. */
export function IndexNote({ index }: { index: EvaluationIndex }) {
  const w = useWords();
  return (
    <div>
      <p className="sub">{w('deploy.basis', index.basis)}</p>
      {index.unverified.length ? <p className="sub"><Unverified /> {w('deploy.unverified', { what: index.unverified.map((key) => w(`deploy.unverified.${key}`)).join('、') })}</p> : null}
    </div>
  );
}
