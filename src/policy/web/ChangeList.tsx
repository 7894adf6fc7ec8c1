import './changes.css';
import { useState } from 'react';
import { Empty } from '#platform/web/Empty.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { Change } from '../domain/changes.ts';
import { changeSentence } from './changeWords.ts';

const shownFirst = 12;
/** What matters to people first: values and rules that are other, then what only found its document. */
const rank = (change: Change): number => (change.change === 'settled' || change.change === 'opened' ? 2 : change.kind === 'document' ? 1 : 0);

/** What changed, a plain sentence each. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const w = useWords();
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <Empty>{w('policy.changes.none')}</Empty>;
  const sorted = changes.toSorted((one, other) => rank(one) - rank(other));
  return (
    <>
      <ul className="changes">{sorted.slice(0, all ? undefined : shownFirst).map((change) => <li key={`${change.kind} ${change.name} ${change.change}`}>{changeSentence(change, w)}</li>)}</ul>
      {sorted.length > shownFirst && !all ? <button type="button" className="text-button" onClick={() => setAll(true)}>{w('policy.changes.all', { n: sorted.length })}</button> : null}
    </>
  );
}
