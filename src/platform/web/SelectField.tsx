import { Field, type FieldWords } from './Field.tsx';
import { useWords } from './useWords.ts';

/** One of a few; the native control, so that phones and readers know it. */
export function SelectField({ value, onChange, options, ...words }: FieldWords & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}) {
  const w = useWords();
  return (
    <Field {...words}>
      {(marks) => (
        <select {...marks} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.some((option) => option.value === '') ? null : <option value="">{w('platform.choose')}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
}
