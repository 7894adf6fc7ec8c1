import { useState } from 'react';
import { explainedClauses, nextStepsOf } from '#policy/web/public.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { promotionContract } from '../domain/promotionContract.ts';
import { growthWords } from './growthWords.ts';

type Goal = Given<typeof promotionContract.ownPromotion>['goals'][number];

/** One title or category: its mark, what is missing, from which day; the clauses and the ways open on demand. */
export function GoalRow({ goal }: { goal: Goal }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const { explained } = goal;
  return (
    <li className="goal-row">
      <div className="head">
        <Tri value={explained.verdict} />
        <h3>{goal.gives}{goal.unverified ? <> <Unverified /></> : null}</h3>
        <span className="source">{goal.document} {goal.article}</span>
      </div>
      <Distance goal={goal} />
      <p className="row">
        <button type="button" className="text-button" aria-expanded={open} aria-label={`${w('develop.why')} ${goal.gives}`} onClick={() => setOpen(!open)}>{w('develop.why')}</button>
        <Go to={`/my/explain?policy=${goal.policy}&result=${goal.result}`} label={`${w('develop.print')} ${goal.gives}`}>{w('develop.print')}</Go>
        {goal.reach === 'open' ? <Go to="/programmes" label={`${w('develop.apply')} ${goal.gives}`}>{w('develop.apply')}</Go> : null}
      </p>
      {open ? <><Ways goal={goal} /><Explain clauses={explainedClauses(explained, w)} /></> : null}
    </li>
  );
}

/** What is missing and from which day, in one or two sentences. */
function Distance({ goal: { explained, effect, reach } }: { goal: Goal }) {
  const w = useWords();
  const clauses = explainedClauses(explained, w);
  const met = clauses.filter(({ mark }) => mark === 'yes').length;
  const lines = [
    effect ? w('develop.needs', { what: growthWords(effect.growth, w) }) : '',
    effect?.from ? w('develop.earliest', { date: effect.from }) : effect ? w(effect.verdict === 'unknown' ? 'develop.doneUnknown' : 'develop.doneStill') : '',
    explained.becomes ? w('develop.becomes', { date: explained.becomes }) : '',
  ].filter(Boolean);
  return (
    <>
      {reach === 'open' ? null : <p className="sub">{w('develop.met', { met, total: clauses.length })}</p>}
      {lines.map((line) => <p key={line} className="distance">{line}</p>)}
    </>
  );
}

function Ways({ goal: { explained } }: { goal: Goal }) {
  const w = useWords();
  if (explained.ways.length === 0) return null;
  return (
    <>
      <h4>{w('develop.ways')}</h4>
      <ol className="ways">{explained.ways.map((way, index) => <li key={index}>{stepsOf(way, w)}</li>)}</ol>
    </>
  );
}

const stepsOf = (way: Goal['explained']['ways'][number], w: Words): string => nextStepsOf({ ways: [way] }, w).join(w('platform.comma'));
