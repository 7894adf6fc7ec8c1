import { Field, type FieldWords } from './Field.tsx';

/** A statement that holds or not. */
export function CheckField({ value, onChange, ...words }: FieldWords & { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Field {...words} check>
      {(marks) => <input {...marks} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />}
    </Field>
  );
}
