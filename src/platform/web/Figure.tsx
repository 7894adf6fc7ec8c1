import type { ReactNode } from 'react';
import { Go } from './Go.tsx';

/** A number that opens the list it counts, with its comparison below. */
export function Figure({ label, value, unit, note, to }: { label: ReactNode; value: ReactNode; unit?: string; note?: ReactNode; to?: string | undefined }) {
  return (
    <div className="figure">
      <div className="label">{label}</div>
      <div className="value">{to ? <Go to={to} look="opens">{value}</Go> : value}{unit ? <small>{unit}</small> : null}</div>
      {note ? <div className="note">{note}</div> : null}
    </div>
  );
}
