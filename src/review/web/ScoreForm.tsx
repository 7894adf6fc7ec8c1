import { useEffect, useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { reviewContract } from '../domain/contract.ts';
import { readMark, type Marks } from '../domain/scoreSheet.ts';
import { MarkItem } from './MarkItem.tsx';

type Review = Given<typeof reviewContract.viewOwnReview>;

/** Milliseconds of quiet before a half-filled sheet is kept. */
const quiet = 800;

/** The score sheet: keeps itself while it is filled, is handed in once. */
export function ScoreForm({ review }: { review: Review }) {
  const w = useWords();
  const api = useApi(reviewContract);
  const [marks, setMarks] = useState<Marks>(review.marks);
  const [opinion, setOpinion] = useState(review.opinion);
  const { panelId, sheet } = review;
  const shut = review.state === 'scored';
  const kept = useDraft(panelId, marks, opinion, shut);
  const hand = useAct(() => api.giveScore({ params: { panelId }, body: { marks, opinion } }));
  const read = sheet.items.map((item) => readMark(marks[item.key], item.most));
  const missing = read.filter((tenths) => tenths === undefined).length;
  return (
    <Sheet>
      <div className="score-sheet">
        <h2>{w('review.sheet')} {sheet.unverified ? <Unverified /> : null}</h2>
        <p className="cap">{sheet.basis.document} · {sheet.basis.article}</p>
        {sheet.items.map((item) => <MarkItem key={item.key} item={item} value={marks[item.key]} shut={shut} onMark={(mark) => setMarks({ ...marks, [item.key]: mark })} />)}
        <AreaField label={w('review.opinion')} hint={w('review.opinionHint')} value={opinion} maxLength={2000} onChange={shut ? () => {} : setOpinion} />
        <p className="score-total">{w('review.total')} <b>{read.reduce<number>((sum, tenths) => sum + (tenths ?? 0), 0) / 10}</b><small> / 100</small></p>
        <Refusal of={hand.refusal} />
        {shut ? <p className="sub">{w('reason.scoreLocked')}</p>
          : missing > 0 ? <ShutButton why={w('review.unmarked', { n: missing })}>{w('review.hand')}</ShutButton>
            : <><Button kind="primary" busy={hand.running} onClick={() => hand.run(undefined)}>{w('review.hand')}</Button><p className="cap">{w('review.handConfirm')}</p></>}
        <p className="cap" role="status">{kept ? w('review.draftKept') : ''}</p>
      </div>
    </Sheet>
  );
}

/** Keeps the draft on the server once the reviewer pauses, so that it can go on elsewhere. */
function useDraft(panelId: string, marks: Marks, opinion: string, shut: boolean): boolean {
  const api = useApi(reviewContract);
  const [kept, setKept] = useState(false);
  const [first] = useState(JSON.stringify({ marks, opinion }));
  const now = JSON.stringify({ marks, opinion });
  useEffect(() => {
    if (shut || now === first) return undefined;
    setKept(false);
    const later = setTimeout(() => {
      api.saveScoreDraft({ params: { panelId }, body: { marks, opinion } }).then(() => setKept(true), () => setKept(false));
    }, quiet);
    return () => clearTimeout(later);
    // the text stands for marks and opinion, which are new objects at every stroke
  }, [now]);
  return kept;
}
