import type { InputHTMLAttributes } from 'react';
import { Field, type FieldWords } from './Field.tsx';

/** One line of text. */
export function TextField({ value, onChange, type = 'text', autoComplete, placeholder, inputMode, maxLength, ...words }: FieldWords &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'placeholder' | 'inputMode' | 'maxLength'> & { value: string; onChange: (value: string) => void }) {
  return (
    <Field {...words}>
      {(marks) => <input {...marks} className="control" {...{ type, autoComplete, placeholder, inputMode, maxLength }} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
