import { useId, type ReactNode } from 'react';
import { Dot } from './Dot.tsx';

/** A ruled section with its heading, a note, and one way to more. */
export function Section({ title, note, more, waiting, children, className }: {
  title: ReactNode;
  note?: ReactNode;
  more?: ReactNode;
  waiting?: boolean;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section className={className ? `section ${className}` : 'section'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{waiting ? <Dot /> : null}{title}</h2>
        {note ? <span className="cap">{note}</span> : null}
        {more ? <span className="more">{more}</span> : null}
      </header>
      {children}
    </section>
  );
}
