import { Field, type FieldWords } from './Field.tsx';

/** Several lines of text. */
export function AreaField({ value, onChange, rows = 4, maxLength, ...words }: FieldWords & { value: string; onChange: (value: string) => void; rows?: number; maxLength?: number }) {
  return (
    <Field {...words}>
      {(marks) => <textarea {...marks} className="control" {...{ rows, maxLength }} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
