import { Field, type FieldWords } from './Field.tsx';

/** A date 'YYYY-MM-DD', '' while empty. */
export function DateField({ value, onChange, min, max, ...words }: FieldWords & { value: string; onChange: (value: string) => void; min?: string; max?: string }) {
  return (
    <Field {...words}>
      {(marks) => <input {...marks} className="control" type="date" {...{ min, max }} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
