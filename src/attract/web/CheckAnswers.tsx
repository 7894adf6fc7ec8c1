import { useState } from 'react';
import type { openContract } from '#policy/domain/openContract.ts';
import { ResultRow } from '#policy/web/public.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import type { Api } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';

type Judged = Awaited<ReturnType<Api<typeof openContract>['checkEligibility']>>['judged'][number];
type Result = Judged['results'][number];

const shownFirst = 6;

/** What the policies say: what holds, what one more fact would tell, what is missing. */
export function CheckAnswers({ judged, asOf, onDay, started, askable, onAsk }: {
  judged: readonly Judged[];
  /** The day judged for; a later one tries what is already published for then. */
  asOf: string;
  onDay: (day: string) => void;
  started: boolean;
  askable: ReadonlySet<string>;
  onAsk: (facts: string[]) => void;
}) {
  const w = useWords();
  const [all, setAll] = useState(false);
  if (!started) return <p className="answers cap waiting-line">{w('attract.check.start')}</p>;
  const results = byRelevance(judged.flatMap((each) => each.results));
  const shown = all ? results : results.slice(0, shownFirst);
  return (
    <ul className="answers" aria-live="polite">
      {shown.map((result) => <ResultRow key={`${result.document}${result.name}`} result={result} askable={askable} onAsk={onAsk} />)}
      {results.some((result) => result.unverified) ? <AmountsWait /> : null}
      <li className="foot">
        <Go to="/jobs" look="primary">{w('attract.check.jobs')}</Go>
        {results.length > shown.length ? <button type="button" className="text-button" onClick={() => setAll(true)}>{w('attract.check.all', { n: results.length })}</button> : null}
        <button type="button" className="text-button" onClick={() => window.print()}>{w('attract.check.print')}</button>
        <label className="cap push row">{w('attract.check.basis', { n: judged.length })}<input type="date" className="control" value={asOf} onChange={(event) => onDay(event.target.value)} /></label>
      </li>
    </ul>
  );
}

/** What holds first; then what most of the given facts speak to, so that a surgeon does not read about apprentices. */
const byRelevance = (results: readonly Result[]): Result[] =>
  results.toSorted((a, b) => Number(b.verdict === 'yes') - Number(a.verdict === 'yes') || relevance(b) - relevance(a));

const relevance = (result: Result): number => result.lines.filter((line) => line.facts.some((fact) => fact.value !== undefined)).length / Math.max(1, result.lines.length);

function AmountsWait() {
  const w = useWords();
  return (
    <li className="row">
      <Tri value="unknown" text={w('attract.check.amount')} />
      <span className="sub">{w('attract.check.amounts')}<Unverified />{w('attract.check.amountsWait')}</span>
    </li>
  );
}
