import { useEffect, useRef } from 'react';
import type { RefusalValue } from './refusalValue.ts';
import { Go } from './Go.tsx';
import { usePath } from './place.ts';
import { Tri } from './Tri.tsx';
import { useHasWord, useWords } from './useWords.ts';

/** A refusal: what was refused, by which article, because of which fact, and the next step. Nothing when there is none. */
export function Refusal({ of: refusal }: { of: RefusalValue | undefined }) {
  const w = useWords();
  const has = useHasWord();
  const path = usePath();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (refusal) place.current?.scrollIntoView({ block: 'nearest' }); }, [refusal]);
  if (!refusal) return null;
  const key = `reason.${refusal.reason}`;
  const title = refusal.title || w(has(key) ? key : 'reason.unreachable');
  const next = refusal.next ?? (refusal.reason === 'unreachable' ? w('platform.refusal.tryAgain') : undefined);
  return (
    <div className="refusal" role="alert" ref={place}>
      <Tri value="no" />
      <div>
        <b>{title}</b>
        {refusal.article ? <div className="article">{refusal.article}</div> : null}
        {refusal.detail && refusal.detail !== title ? <div>{refusal.detail}</div> : null}
        {refusal.fact ? <div>{w('platform.explain.fact')}<b>{refusal.fact}</b></div> : null}
        <Problems problems={refusal.problems ?? []} />
        {refusal.reason === 'signInNeeded' || refusal.reason === 'rightsChanged' ? <Go to={`/sign-in?to=${encodeURIComponent(path)}`} look="small">{w('platform.signIn')}</Go> : null}
        {next ? <div className="next-step">{w('platform.explain.next')}{next}</div> : null}
      </div>
    </div>
  );
}

function Problems({ problems }: { problems: NonNullable<RefusalValue['problems']> }) {
  const w = useWords();
  const has = useHasWord();
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.map((each) => (
        <li key={`${each.field} ${each.reason}`}>
          {each.field}{w('platform.colon')}{each.message ?? w(has(`reason.${each.reason}`) ? `reason.${each.reason}` : each.reason)}
        </li>
      ))}
    </ul>
  );
}
