import { useId, type ReactNode } from 'react';
import { useWords } from './useWords.ts';

/** What every field may say about itself. */
export type FieldWords = { label: string; hint?: ReactNode; error?: string | undefined; source?: ReactNode; required?: boolean };
/** What the control inside a field must carry so that its words are read with it. */
export type ControlMarks = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; required: boolean | undefined };

/** A label, its control, and beneath it source, hint and error. */
export function Field({ label, hint, error, source, required, check, children }: FieldWords & { check?: boolean; children: (marks: ControlMarks) => ReactNode }) {
  const w = useWords();
  const id = useId();
  const told = [hint || source ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ') || undefined;
  const caption = <label htmlFor={id}>{label}{required || check ? null : <span className="cap"> {w('platform.optional')}</span>}</label>;
  const control = children({ id, 'aria-describedby': told, 'aria-invalid': error ? true : undefined, required });
  return (
    <div className={check ? 'field check' : 'field'}>
      {check ? <>{control}{caption}</> : <>{caption}{control}</>}
      {hint || source ? <span id={`${id}h`} className="hint">{source}{hint}</span> : null}
      {error ? <span id={`${id}e`} className="error">{error}</span> : null}
    </div>
  );
}
