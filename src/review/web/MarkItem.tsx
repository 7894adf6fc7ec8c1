import { useId } from 'react';
import { useWords } from '#platform/web/useWords.ts';
import type { ScoreSheet } from '../domain/scoreSheet.ts';

type Item = ScoreSheet['items'][number];

/** Eleven even steps from nothing to the most, and a field for a mark in between. */
export function MarkItem({ item, value, shut, onMark }: { item: Item; value: number | string | undefined; shut: boolean; onMark: (mark: number | string) => void }) {
  const w = useWords();
  const id = useId();
  const steps = Array.from({ length: 11 }, (_, step) => Math.round(item.most * step) / 10);
  return (
    <fieldset className="mark-item" disabled={shut}>
      <legend>{item.label}<small>{w('review.most', { n: item.most })}</small></legend>
      {item.note ? <p className="cap">{item.note}</p> : null}
      {item.disqualifiesBelow ? <p className="cap">{w('review.disqualifiesBelow', { n: item.disqualifiesBelow })}</p> : null}
      <div className="mark-cells">
        {steps.map((step) => (
          <label key={step} className={String(step) === String(value) ? 'on' : undefined}>
            <input type="radio" name={id} checked={String(step) === String(value)} onChange={() => onMark(step)} />{step}
          </label>
        ))}
      </div>
      <input className="control mark-exact" inputMode="decimal" aria-label={item.label} value={value ?? ''} onChange={(event) => onMark(event.target.value.trim())} />
    </fieldset>
  );
}
