import { useState } from 'react';
import type { policyContract } from '#policy/domain/contract.ts';
import { explainedClauses, missingOf, nextStepOf } from '#policy/web/public.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import type { Api } from '#platform/web/useApi.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';

type Judged = Awaited<ReturnType<Api<typeof policyContract>['checkEligibility']>>['judged'][number];
type Result = Judged['results'][number];

const shownFirst = 6;

/** What the policies say: what holds, what one more fact would tell, what is missing. */
export function CheckAnswers({ judged, started, askable, onAsk }: {
  judged: readonly Judged[];
  started: boolean;
  askable: ReadonlySet<string>;
  onAsk: (facts: string[]) => void;
}) {
  const w = useWords();
  const [all, setAll] = useState(false);
  if (!started) return <p className="answers cap waiting-line">{w('attract.check.start')}</p>;
  const results = byRelevance(judged.flatMap((each) => each.results));
  const shown = all ? results : results.slice(0, shownFirst);
  const asOf = judged[0]?.asOf;
  return (
    <ul className="answers" aria-live="polite">
      {shown.map((result) => <Answer key={`${result.document}${result.name}`} result={result} askable={askable} onAsk={onAsk} />)}
      {results.some((result) => result.unverified) ? <AmountsWait /> : null}
      <li className="foot">
        <Go to="/jobs" look="primary">{w('attract.check.jobs')}</Go>
        {results.length > shown.length ? <button type="button" className="text-button" onClick={() => setAll(true)}>{w('attract.check.all', { n: results.length })}</button> : null}
        <button type="button" className="text-button" onClick={() => window.print()}>{w('attract.check.print')}</button>
        {asOf ? <span className="cap push">{w('attract.check.basis', { n: judged.length, date: asOf })}</span> : null}
      </li>
    </ul>
  );
}

function Answer({ result, askable, onAsk }: { result: Result; askable: ReadonlySet<string>; onAsk: (facts: string[]) => void }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const missing = missingOf(result);
  const canAsk = result.verdict === 'unknown' ? missing.filter((fact) => askable.has(fact)) : [];
  return (
    <li>
      <div className="answer">
        <Tri value={result.verdict} />
        <b>{result.name}</b>
        <div>
          {becauseOf(result, w)}{' '}
          {canAsk.length > 0 ? <><button type="button" className="text-button" onClick={() => onAsk(canAsk)}>{w('attract.check.add', { n: canAsk.length })}</button>{' '}</> : null}
          <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>{w(open ? 'attract.check.fold' : 'attract.check.why')}</button>
        </div>
        <span className="source">{result.document} {result.article}</span>
      </div>
      {open ? <div className="whole"><Explain clauses={explainedClauses(result, w)} /></div> : null}
    </li>
  );
}

/** What holds first; then what most of the given facts speak to, so that a surgeon does not read about apprentices. */
const byRelevance = (results: readonly Result[]): Result[] =>
  results.toSorted((a, b) => Number(b.verdict === 'yes') - Number(a.verdict === 'yes') || relevance(b) - relevance(a));

const relevance = (result: Result): number => result.lines.filter((line) => line.facts.some((fact) => fact.value !== undefined)).length / Math.max(1, result.lines.length);

/** The answer in one sentence: all holds, what is to be known, or the first thing missing with the day it will hold. */
function becauseOf(result: Result, w: Words): string {
  const comma = w('platform.listComma');
  const named = (mark: 'yes' | 'no') => [...new Set(result.lines.filter((line) => line.mark === mark).flatMap((line) =>
    line.facts.map((fact) => `${fact.name} ${fact.value ?? ''}`.trim())))].join(comma);
  if (result.verdict === 'yes') return w('attract.check.holds', { clauses: named('yes') });
  if (result.verdict === 'unknown') return w('attract.check.needs', { facts: missingOf(result).join(comma) });
  const next = nextStepOf(result, w);
  return [w('attract.check.fails', { clauses: named('no') }), next ? `${next}${w('platform.stop')}` : '', result.becomes ? w('attract.check.becomes', { date: result.becomes }) : ''].join('');
}

function AmountsWait() {
  const w = useWords();
  return (
    <li className="row">
      <Tri value="unknown" text={w('attract.check.amount')} />
      <span className="sub">{w('attract.check.amounts')}<Unverified />{w('attract.check.amountsWait')}</span>
    </li>
  );
}
