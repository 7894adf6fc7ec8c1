import { useWords } from '#platform/web/useWords.ts';
import type { Problem } from '../domain/policy.ts';
import type { Place } from './CodeEditor.tsx';

const shownFirst = 8;

/** What is wrong in the text, each with its line and column; the place is a way there. */
export function Faults({ problems, onJump }: { problems: readonly Problem[]; onJump: (place: Place) => void }) {
  const w = useWords();
  if (problems.length === 0) return null;
  return (
    <ul className="faults" aria-label={w('policy.draft.faultList')}>
      {problems.slice(0, shownFirst).map(({ line, column, reason, params }) => (
        <li key={`${line} ${column} ${reason}`}>
          <button type="button" className="text-button" onClick={() => onJump({ line, column })}>{w('policy.where', { line, column })}</button>
          <span>{w(`reason.${reason}`, params)}</span>
        </li>
      ))}
      {problems.length > shownFirst ? <li><span /><span className="cap">{w('policy.draft.faultsMore', { n: problems.length - shownFirst })}</span></li> : null}
    </ul>
  );
}
