import './results.css';
import { useState } from 'react';
import { Explain } from '#platform/web/Explain.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { ExplainedResult } from '../domain/openContract.ts';
import { explainedClauses, missingOf, nextStepOf } from './explained.ts';

/** One result in a line: its mark, why in a sentence, where it is written; the clauses open on demand. `onAsk` offers to supply missing facts. */
export function ResultRow({ result, askable, onAsk }: { result: ExplainedResult; askable?: ReadonlySet<string>; onAsk?: (facts: string[]) => void }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const canAsk = result.verdict === 'unknown' ? missingOf(result).filter((fact) => askable?.has(fact)) : [];
  return (
    <li className="result-row">
      <div className="line">
        <Tri value={result.verdict} />
        <b>{result.name}</b>
        <div>
          {becauseOf(result, w)}{' '}
          {canAsk.length > 0 && onAsk ? <><button type="button" className="text-button" onClick={() => onAsk(canAsk)}>{w('policy.result.add', { n: canAsk.length })}</button>{' '}</> : null}
          <button type="button" className="text-button" aria-expanded={open} aria-label={w(open ? 'policy.result.foldOf' : 'policy.result.whyOf', { name: result.name })} onClick={() => setOpen(!open)}>{w(open ? 'policy.result.fold' : 'policy.result.why')}</button>
        </div>
        <span className="source">{result.document} {result.article}</span>
      </div>
      {open ? <div className="whole"><Explain clauses={explainedClauses(result, w)} /></div> : null}
    </li>
  );
}

/** The answer in one sentence: all holds, what is to be known, or what is missing with the day it will hold. */
function becauseOf(result: ExplainedResult, w: Words): string {
  const comma = w('platform.listComma');
  const named = (mark: 'yes' | 'no') => [...new Set(result.lines.filter((line) => line.mark === mark).flatMap((line) =>
    line.facts.map((fact) => `${fact.name} ${fact.value ?? ''}`.trim())))].join(comma);
  if (result.verdict === 'yes') return w('policy.result.holds', { clauses: named('yes') });
  if (result.verdict === 'unknown') return w('policy.result.needs', { facts: missingOf(result).join(comma) });
  const next = nextStepOf(result, w);
  return [w('policy.result.fails', { clauses: named('no') }), next ? `${next}${w('platform.stop')}` : '', result.becomes ? w('policy.result.becomes', { date: result.becomes }) : ''].join('');
}
