import type { ReactNode } from 'react';
import { Dot } from './Dot.tsx';

/** Ways to see a list, the chosen one underlined; at the right what belongs to the whole list. */
export function FilterLine({ label, choices, value, onPick, children }: {
  label: string;
  choices: readonly { key: string; label: string; count?: number | undefined; waiting?: boolean }[];
  value: string;
  onPick: (key: string) => void;
  children?: ReactNode;
}) {
  return (
    <div className="filter-line" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.key} type="button" aria-pressed={choice.key === value} onClick={() => onPick(choice.key)}>
          {choice.waiting ? <Dot /> : null}{choice.label}{choice.count === undefined ? '' : ` ${choice.count}`}
        </button>
      ))}
      {children ? <span className="push">{children}</span> : null}
    </div>
  );
}
