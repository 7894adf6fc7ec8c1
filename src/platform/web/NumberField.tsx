import { Field, type FieldWords } from './Field.tsx';

/** A number, undefined while the field is empty. */
export function NumberField({ value, onChange, min, max, step = 1, ...words }: FieldWords & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number;
}) {
  const read = (text: string) => onChange(text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
  return (
    <Field {...words}>
      {(marks) => <input {...marks} className="control" type="number" {...{ min, max, step }} value={value ?? ''} onChange={(event) => read(event.target.value)} />}
    </Field>
  );
}
