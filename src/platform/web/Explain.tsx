import { useState, type ReactNode } from 'react';
import { Go } from './Go.tsx';
import { LengthRuler } from './LengthRuler.tsx';
import { SourceLine, type SourceKind } from './SourceLine.tsx';
import { Tri } from './Tri.tsx';
import { Unverified } from './Unverified.tsx';
import { useWords } from './useWords.ts';

/** One clause of a judgement: its mark, its text and article, the person's fact with its source, and the next step. */
export type ExplainedClause = {
  mark: 'yes' | 'no' | 'unknown';
  clause: string;
  article?: string | undefined;
  articleTo?: string | undefined;
  fact?: ReactNode;
  source?: { kind: SourceKind; text: ReactNode } | undefined;
  next?: ReactNode;
  length?: { done: number; need: number } | undefined;
  unverified?: boolean | undefined;
};

const order = { no: 0, unknown: 1, yes: 2 } as const;
const shownYes = 3;

/** Why a judgement came out as it did: what fails or is unknown first, what holds folded after three. */
export function Explain({ clauses, judgedOn }: { clauses: readonly ExplainedClause[]; judgedOn?: string | undefined }) {
  const w = useWords();
  const [all, setAll] = useState(false);
  const sorted = clauses.toSorted((a, b) => order[a.mark] - order[b.mark]);
  const open = sorted.filter((each) => each.mark !== 'yes').length + shownYes;
  const hidden = Math.max(0, sorted.length - open);
  return (
    <div>
      <Counts clauses={clauses} judgedOn={judgedOn} />
      <ul className="explain">{sorted.slice(0, all ? undefined : open).map((each, index) => <Clause key={`${each.clause}${index}`} clause={each} />)}</ul>
      {hidden > 0 && !all ? <button type="button" className="text-button" onClick={() => setAll(true)}>{w('platform.explain.rest', { n: hidden })}</button> : null}
    </div>
  );
}

function Counts({ clauses, judgedOn }: { clauses: readonly ExplainedClause[]; judgedOn?: string | undefined }) {
  const w = useWords();
  const marks = (['yes', 'no', 'unknown'] as const).map((mark) => ({ mark, n: clauses.filter((each) => each.mark === mark).length }));
  return (
    <div className="explain-counts">
      {marks.filter(({ n }) => n > 0).map(({ mark, n }) => <span key={mark}><Tri value={mark} />{w('platform.explain.count', { n })}</span>)}
      {judgedOn ? <span className="cap push">{w('platform.explain.judged', { date: judgedOn })}</span> : null}
    </div>
  );
}

function Clause({ clause }: { clause: ExplainedClause }) {
  const w = useWords();
  return (
    <li>
      <Tri value={clause.mark} />
      <div>
        <b>{clause.clause}</b>
        {clause.article || clause.unverified ? (
          <div className="article">
            {clause.articleTo && clause.article ? <Go to={clause.articleTo}>{clause.article}</Go> : clause.article}
            {clause.unverified ? <> <Unverified /></> : null}
          </div>
        ) : null}
        {clause.length ? <LengthRuler done={clause.length.done} need={clause.length.need} /> : null}
        {clause.fact ? <div>{w('platform.explain.fact')}<b>{clause.fact}</b></div> : null}
        {clause.source ? <SourceLine kind={clause.source.kind} text={clause.source.text} /> : null}
        {clause.next ? <div className="next-step">{w('platform.explain.next')}{clause.next}</div> : null}
      </div>
    </li>
  );
}
