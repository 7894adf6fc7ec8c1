import type { ReactNode } from 'react';

/** The one h1 of a page, what stands over it and under it, and at its right what just changed or is due. */
export function PageHead({ title, sub, over, aside }: { title: ReactNode; sub?: ReactNode; over?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="page-head">
      <div>
        {over ? <div className="cap">{over}</div> : null}
        <h1 tabIndex={-1}>{title}</h1>
        {sub ? <p className="sub">{sub}</p> : null}
      </div>
      {aside ? <div className="aside">{aside}</div> : null}
    </div>
  );
}
